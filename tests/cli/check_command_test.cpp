// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text_file.h"
#include "core/baseline/baseline_text.h"
#include "tests/cli/cli_run.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <memory>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SocketRecord sshd()
{
    return tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1);
}

SocketRecord node()
{
    return tcpListener(8080, "127.0.0.1").ownedBy(process("node")).id(2);
}

class CheckCommand : public ::testing::Test {
protected:
    /// A machine whose user's baseline has these entries.
    SystemAccess machine(std::vector<SocketRecord> sockets,
                         const std::vector<BaselineEntry>& entries)
    {
        std::string text = "schema = 1\n";
        for (const BaselineEntry& entry : entries) {
            text = withEntry(text, entry).value();
        }
        m_folder.write("expected.toml", text);
        SystemAccess machine = machineWith(std::move(sockets));
        machine.baselinePath = [path = m_folder.path("expected.toml")] {
            return Result<std::string>(path);
        };
        return machine;
    }
    [[nodiscard]] std::string read(const std::string& name) const
    {
        return readTextFile(m_folder.path(name), 1U << 20U).value_or("");
    }

    TempDir m_folder;
};

TEST_F(CheckCommand, ExitsWithZeroWithoutDrift)
{
    const CliRun result =
        run(machine({sshd(), node()}, {entryFor(sshd()), entryFor(node())}), {"check"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("2 listeners are as expected"));
}

TEST_F(CheckCommand, HintsAtAnExpectedPortThatAnyProgramMayGet)
{
    const SocketRecord listener = tcpListener(40000).ownedBy(process("node")).id(9);
    SystemAccess machine = this->machine({listener}, {entryFor(listener)});
    machine.bindRules = [] { return BindRules{1024, PortRange{32768, 60999}, {}, false}; };

    const CliRun result = run(machine, {"check"});

    EXPECT_EQ(result.code, 0) << result.err;
    EXPECT_THAT(result.out, HasSubstr("net.ipv4.ip_local_reserved_ports=40000"));
    EXPECT_THAT(run(machine, {"explain", "40000"}).out,
                HasSubstr("net.ipv4.ip_local_reserved_ports=40000"));
}

TEST_F(CheckCommand, HasTheHintInJson)
{
    const SocketRecord listener = tcpListener(40000).ownedBy(process("node")).id(9);
    SystemAccess machine = this->machine({listener}, {entryFor(listener)});
    machine.bindRules = [] { return BindRules{1024, PortRange{32768, 60999}, {}, false}; };

    const CliRun result = run(machine, {"check", "--json"});

    EXPECT_EQ(result.code, 0) << result.err;
    const nlohmann::json hints = result.jsonLines().front().at("hints");
    ASSERT_EQ(hints.size(), 1U);
    EXPECT_EQ(hints[0].at("kind"), "expected-source-port");
    EXPECT_EQ(hints[0].at("ports"), std::vector<int>{40000});
    EXPECT_EQ(hints[0].at("command"), "sudo sysctl -w net.ipv4.ip_local_reserved_ports=40000");
    EXPECT_THAT(hints[0].at("text"), HasSubstr("Any program may get port 40000"));
}

TEST_F(CheckCommand, HintsInJsonAreEmptyForAReservedPort)
{
    const SocketRecord listener = tcpListener(40000).ownedBy(process("node")).id(9);
    SystemAccess machine = this->machine({listener}, {entryFor(listener)});
    machine.bindRules = [] {
        return BindRules{1024, PortRange{32768, 60999}, {{39000, 40000}}, false};
    };

    EXPECT_THAT(run(machine, {"check", "--json"}).out, HasSubstr(R"("hints":[])"));
    EXPECT_THAT(run(machine, {"explain", "40000", "--json"}).out,
                Not(HasSubstr("expected-source-port")));
}

TEST_F(CheckCommand, HintsInExplainWhileNothingListens)
{
    SystemAccess machine =
        this->machine({}, {entryFor(tcpListener(40000).ownedBy(process("node")))});
    machine.bindRules = [] { return BindRules{1024, PortRange{32768, 60999}, {}, false}; };

    EXPECT_THAT(run(machine, {"explain", "40000"}).out,
                HasSubstr("net.ipv4.ip_local_reserved_ports=40000"));
    EXPECT_THAT(run(machine, {"explain", "40000/tcp", "--json"}).out,
                HasSubstr(R"({"kind":"expected-source-port","text":"Any program may get)"));
    EXPECT_THAT(run(machine, {"explain", "40000/udp", "--json"}).out,
                Not(HasSubstr("expected-source-port")));
    EXPECT_THAT(run(machine, {"explain", "40001", "--json"}).out,
                Not(HasSubstr("expected-source-port")));
}

TEST_F(CheckCommand, WrapsTheHint)
{
    const SocketRecord listener = tcpListener(40000).ownedBy(process("node")).id(9);
    SystemAccess machine = this->machine({listener}, {entryFor(listener)});
    machine.bindRules = [] { return BindRules{1024, PortRange{32768, 60999}, {}, false}; };
    FakeTerminal terminal;
    terminal.columns = 60;

    const CliRun result = run(machine, terminal, {"check"});

    EXPECT_THAT(result.out, HasSubstr("\nHint: Any program"));
    EXPECT_THAT(result.out, Not(::testing::ContainsRegex("[^\n]{61}")));
}

TEST_F(CheckCommand, ExitsWithOneOnDriftAndNamesIt)
{
    const CliRun result = run(machine({sshd(), node()}, {entryFor(sshd())}), {"check"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.out, HasSubstr("not expected: tcp 127.0.0.1:8080 listen node"));
    EXPECT_THAT(result.out, HasSubstr("no entry for tcp port 8080"));
    EXPECT_THAT(result.out, HasSubstr("1 difference"));
}

TEST_F(CheckCommand, LooksAgainWhereAProcessHasJustStarted)
{
    const SocketRecord manager = tcpListener(111).ownedBy(process("systemd", 1, 0, "root")).id(1);
    Snapshot beforeExec = snapshotOf({manager});
    ProcessInfo generator = *process("generator", 900, 0, "root");
    generator.startedAt = beforeExec.takenAt;
    beforeExec.sockets.front().ownerSet = std::make_shared<const OwnerSet>(
        OwnerSet{manager.owners().front(), std::make_shared<const ProcessInfo>(generator)});
    SystemAccess machine = this->machine({}, {entryFor(manager)});
    machine.openSource =
        [polls = std::vector<Result<Snapshot>>{
             beforeExec, snapshotOf({manager})}]() -> Result<std::unique_ptr<SocketSource>> {
        return std::make_unique<FakeSocketSource>(polls);
    };

    const CliRun result = run(machine, {"check"});

    EXPECT_EQ(result.code, 0) << result.out << result.err;
}

TEST_F(CheckCommand, ReportsAProcessThatHasJustStartedAndStays)
{
    Snapshot snapshot = snapshotOf({node()});
    ProcessInfo started = *process("node");
    started.startedAt = snapshot.takenAt;
    snapshot.sockets.front().ownerSet =
        std::make_shared<const OwnerSet>(OwnerSet{std::make_shared<const ProcessInfo>(started)});
    SystemAccess machine = this->machine({}, {});
    machine.openSource = [snapshot]() -> Result<std::unique_ptr<SocketSource>> {
        return std::make_unique<FakeSocketSource>(std::vector<Result<Snapshot>>{snapshot});
    };

    const CliRun result = run(machine, {"check"});

    EXPECT_EQ(result.code, 1) << result.err;
    EXPECT_THAT(result.out, HasSubstr("8080"));
}

TEST_F(CheckCommand, ExitsWithOneOnDriftWhenTheOutputIsClosed)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) -> Result<bool> { return false; };

    const CliRun result = run(machine({sshd(), node()}, {entryFor(sshd())}), terminal, {"check"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.err, "");
}

TEST_F(CheckCommand, NamesMissingRequiredListeners)
{
    BaselineEntry entry = entryFor(node());
    entry.isRequired = true;
    entry.note = "the shop";

    const CliRun result = run(machine({sshd()}, {entryFor(sshd()), entry}), {"check"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.out, HasSubstr("missing: tcp 8080 /usr/bin/node alice"));
    EXPECT_THAT(result.out, HasSubstr("the shop"));
}

TEST_F(CheckCommand, ReportsABrokenFileWithItsPositionAndExitsWithTwo)
{
    const SystemAccess machine = this->machine({sshd()}, {});
    m_folder.write("expected.toml", "schema = 1\n[[expect]]\nprot = 1\n");

    const CliRun result = run(machine, {"check"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("expected.toml:3:1: there is no key 'prot'"));
    EXPECT_EQ(result.complaints(), 1);
}

TEST_F(CheckCommand, WithoutABaselineExitsWithTwoAndSaysHowToCreateOne)
{
    const CliRun result =
        run(machineWith({sshd()}), {"check", "--baseline", m_folder.path("none.toml")});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("baseline init"));
}

TEST_F(CheckCommand, JsonHasTheSocketsAndTheReasons)
{
    const CliRun result = run(machine({sshd(), node()}, {entryFor(sshd())}), {"check", "--json"});

    const auto json = result.json();
    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(json["agrees"], false);
    EXPECT_EQ(json["expected"], 1);
    ASSERT_EQ(json["not_expected"].size(), 1U);
    EXPECT_EQ(json["not_expected"][0]["key"], "tcp|127.0.0.1|8080|/usr/bin/node|alice");
    EXPECT_EQ(json["not_expected"][0]["socket"]["local"]["port"], 8080);
    EXPECT_TRUE(json["missing"].empty());
    EXPECT_TRUE(json["gaps"].is_array());
}

TEST_F(CheckCommand, SarifHasTheRequiredProperties)
{
    const CliRun result = run(machine({sshd(), node()}, {entryFor(sshd())}),
                              {"check", "--sarif", m_folder.path("out.sarif")});

    const auto sarif = nlohmann::json::parse(read("out.sarif"));
    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(sarif["version"], "2.1.0");
    EXPECT_THAT(sarif["$schema"].get<std::string>(), HasSubstr("sarif-2.1.0"));
    ASSERT_EQ(sarif["runs"].size(), 1U);
    const auto& driver = sarif["runs"][0]["tool"]["driver"];
    EXPECT_EQ(driver["name"], "Quaywatch");
    const auto& results = sarif["runs"][0]["results"];
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0]["ruleId"],
              driver["rules"][results[0]["ruleIndex"].get<std::size_t>()]["id"]);
    EXPECT_THAT(results[0]["message"]["text"].get<std::string>(), HasSubstr("8080"));
    const auto& location = results[0]["locations"][0]["physicalLocation"];
    EXPECT_GE(location["region"]["startLine"], 1);
    EXPECT_THAT(location["artifactLocation"]["uri"].get<std::string>(),
                ::testing::StartsWith("file:///"));
}

TEST_F(CheckCommand, SarifWithoutDriftHasAnEmptyListOfResults)
{
    const CliRun result = run(machine({sshd()}, {entryFor(sshd())}), {"check", "--sarif", "-"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.json()["runs"][0]["results"], nlohmann::json::array());
}

TEST_F(CheckCommand, AllowsOnlyOneReportOnStandardOutput)
{
    const CliRun result = run(machine({sshd()}, {}), {"check", "--sarif", "-", "--json"});

    EXPECT_EQ(result.code, 2);
}

TEST_F(CheckCommand, ExitsWithFourWhenAReportCannotBeWritten)
{
    const CliRun result = run(machine({sshd()}, {entryFor(sshd())}),
                              {"check", "--junit", m_folder.path("none/out.xml")});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("out.xml"));
}

TEST_F(CheckCommand, OmitsUdpClientsByDefault)
{
    const std::vector<SocketRecord> sockets{udpBound(50000).ownedBy(process("dig"))};

    EXPECT_EQ(run(machine(sockets, {}), {"check"}).code, 0);
    EXPECT_EQ(run(machine(sockets, {}), {"check", "--ephemeral"}).code, 1);
}

TEST_F(CheckCommand, SaysWhatItLeftOut)
{
    const SocketRecord passing = udpBound(60999).ownedBy(process("dig")).id(7);

    const CliRun text = run(machine({sshd(), passing}, {entryFor(sshd())}), {"check"});
    const CliRun junit =
        run(machine({sshd(), passing}, {entryFor(sshd())}), {"check", "--junit", "-"});
    const CliRun sarif =
        run(machine({sshd(), passing}, {entryFor(sshd())}), {"check", "--sarif", "-"});
    const CliRun none = run(machine({sshd()}, {entryFor(sshd())}), {"check"});

    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(text.out, HasSubstr("1 UDP socket on a port of the ephemeral range was left out"));
    EXPECT_THAT(text.out, HasSubstr("--ephemeral includes it"));
    EXPECT_THAT(junit.out, HasSubstr("<property name=\"left_out\" value=\"1\""));
    EXPECT_EQ(sarif.json().at("runs").at(0).at("properties").at("left_out"), 1);
    EXPECT_THAT(none.out, Not(HasSubstr("left out")));
}

TEST_F(CheckCommand, ListUsesTheUsersBaseline)
{
    const SocketRecord nc = tcpListener(931).ownedBy(process("nc"));

    const CliRun result = run(machine({nc}, {entryFor(nc)}), {"list", "--json"});

    EXPECT_EQ(result.json()["sockets"][0]["verdict"], "expected");
    EXPECT_EQ(result.json()["sockets"][0]["reason"], "expected.toml, line 3");
}

/// A server that bound its port as root and then became another user.
SocketRecord dnsmasq()
{
    return tcpListener(53).ownedBy(process("dnsmasq", 50, 110, "dnsmasq")).uid(0, "root");
}

TEST_F(CheckCommand, SaysWhatToWriteInAnEntryThatHasTheSocketsCreator)
{
    BaselineEntry old = entryFor(dnsmasq());
    old.user.text = "root";

    const CliRun result = run(machine({dnsmasq()}, {old}), {"check"});

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.out, HasSubstr("its user is dnsmasq, not root"));
    EXPECT_THAT(result.out, HasSubstr("write user = \"dnsmasq\""));
}

TEST_F(CheckCommand, SaysThatAHiddenProcessWasComparedByTheCreator)
{
    const SocketRecord hidden = tcpListener(53).uid(0, "root");
    const SystemAccess machine = this->machine({hidden}, {entryFor(hidden)});

    const CliRun text = run(machine, {"check"});
    const CliRun json = run(machine, {"check", "--json"});

    EXPECT_EQ(text.code, 0);
    EXPECT_THAT(
        text.out,
        HasSubstr("1 listener has a hidden process: user was compared with who made the socket"));
    EXPECT_EQ(json.json()["compared_with_creator"], 1);
}

TEST_F(CheckCommand, ListReportsABrokenBaselineAsAGap)
{
    const SystemAccess machine = this->machine({sshd()}, {});
    m_folder.write("expected.toml", "schema = 1\n[[expect\n");

    const CliRun result = run(machine, {"list", "--json"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.json()["gaps"][0]["kind"], "baseline");
    EXPECT_THAT(result.json()["gaps"][0]["why"].get<std::string>(), HasSubstr("expected.toml:2:"));
}

}  // namespace
}  // namespace quaywatch::test
