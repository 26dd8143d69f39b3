// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_text.h"
#include "core/message/message_list.h"
#include "core/registry/active_registry.h"
#include "tests/cli/cli_run.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using Wakeup = Terminal::Wakeup;

SocketRecord sshServer()
{
    return tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1);
}

SocketRecord netcat()
{
    return tcpListener(931, "127.0.0.1").ownedBy(process("nc")).id(2);
}

/// `--baseline` of `list` and `watch`, and the files that `watch` follows.
class BaselineOption : public ::testing::Test {
protected:
    ~BaselineOption() override { registry::activate(nullptr); }

    std::string write(const std::vector<BaselineEntry>& entries)
    {
        std::string text = "schema = 1\n";
        for (const BaselineEntry& entry : entries) {
            text = withEntry(text, entry).value();
        }
        m_folder.write("mine.toml", text);
        return path();
    }
    [[nodiscard]] std::string path() const { return m_folder.path("mine.toml"); }

    /// A machine whose user can have no settings.
    static SystemAccess homeless(std::vector<Result<Snapshot>> polls)
    {
        SystemAccess machine = machineWith(std::move(polls));
        machine.baselinePath = []() -> Result<std::string> {
            return failure(ErrorCode::NotFound, Message(MessageId::NoHomeForSettings));
        };
        return machine;
    }
    CliRun watch(const SystemAccess& machine, std::size_t polls, std::vector<std::string> words)
    {
        m_terminal.interruptedAtWait = polls;
        words.insert(words.begin(), {"watch", "--json"});
        return run(machine, m_terminal, words);
    }
    static std::vector<std::string> alertRules(const CliRun& result)
    {
        std::vector<std::string> rules;
        for (const nlohmann::json& line : result.jsonLines()) {
            if (line.at("event") == "alert") {
                rules.push_back(line.at("rule"));
            }
        }
        return rules;
    }

    TempDir m_folder;
    FakeTerminal m_terminal;
};

TEST_F(BaselineOption, OfListDecidesWhatIsExpected)
{
    const CliRun result = run(machineWith({sshServer(), netcat()}),
                              {"list", "--json", "-b", write({entryFor(netcat())})});

    EXPECT_EQ(result.json()["sockets"][0]["verdict"], "ordinary");
    EXPECT_EQ(result.json()["sockets"][1]["verdict"], "expected");
    EXPECT_EQ(result.json()["sockets"][1]["reason"], "mine.toml, line 3");
}

TEST_F(BaselineOption, OfListReplacesTheUsersOwnFileEvenIfThatIsBroken)
{
    m_folder.write("expected.toml", "[[expect\n");
    SystemAccess machine = machineWith({netcat()});
    machine.baselinePath = [this] { return Result<std::string>(m_folder.path("expected.toml")); };

    const CliRun result = run(machine, {"list", "--json", "-b", write({entryFor(netcat())})});

    EXPECT_EQ(result.json()["sockets"][0]["verdict"], "expected");
    EXPECT_TRUE(result.json()["gaps"].empty());
}

TEST_F(BaselineOption, ThatIsMissingOrBrokenEndsBeforeTheFirstLine)
{
    m_folder.write("broken file.toml", "schema = 1\n[[expect]]\nprot = 1\n");
    const std::string missing = m_folder.path("none at all.toml");
    for (const std::string command : {"list", "watch", "check"}) {
        const CliRun without = run(smallMachine(), {command, "--baseline", missing});
        const CliRun broken =
            run(smallMachine(), {command, "-b", m_folder.path("broken file.toml")});
        const CliRun folder = run(smallMachine(), {command, "-b", m_folder.path("")});

        for (const CliRun& result : {without, broken, folder}) {
            EXPECT_EQ(result.code, 2) << command << result.err;
            EXPECT_EQ(result.out, "") << command;
            EXPECT_EQ(result.complaints(), 1) << result.err;
        }
        EXPECT_THAT(without.err, HasSubstr("quaywatch-cli baseline init -b '" + missing + "'"));
        EXPECT_THAT(broken.err, HasSubstr(":3:1: there is no key 'prot'"));
    }
}

TEST_F(BaselineOption, OfWatchFollowsItsFile)
{
    write({entryFor(netcat())});
    m_terminal.wakeups = {{1, Wakeup::TimeOver}};
    m_terminal.onWakeup = [this] { write({}); };

    const CliRun result =
        watch(machineWith({netcat()}), 2, {"-b", path(), "--without", "new-listener"});

    ASSERT_EQ(result.jsonLines().size(), 2U) << result.out;
    EXPECT_EQ(result.jsonLines()[0].at("event"), "changed");
    EXPECT_EQ(result.jsonLines()[0].at("previous").at("verdict"), "expected");
    EXPECT_EQ(result.jsonLines()[0].at("socket").at("verdict"), "unexpected");
}

TEST_F(BaselineOption, OfWatchThatDisappearsIsAGapAndStays)
{
    write({entryFor(netcat())});
    m_terminal.wakeups = {{1, Wakeup::TimeOver}};
    m_terminal.onWakeup = [this] { std::filesystem::remove(path()); };

    const CliRun result = watch(machineWith({netcat()}), 3, {"-b", path()});

    ASSERT_EQ(result.jsonLines().size(), 1U) << result.out;
    EXPECT_EQ(result.jsonLines()[0].at("event"), "gap");
    EXPECT_EQ(result.jsonLines()[0].at("kind"), "baseline");
    EXPECT_THAT(result.jsonLines()[0].at("why"), HasSubstr("the previous baseline stays active"));
}

TEST_F(BaselineOption, ThatIsEmptyAlertsInWatchAsItDriftsInCheck)
{
    const std::string empty = write({});

    const CliRun watched = watch(machineWith({sshServer()}), 2, {"-b", empty});
    const CliRun checked = run(machineWith({sshServer()}), {"check", "-b", empty});

    EXPECT_EQ(alertRules(watched), std::vector<std::string>{"new-listener"});
    EXPECT_EQ(checked.code, 1);
}

TEST_F(BaselineOption, OfNobodyWithoutAHomeIsOneGapOfWatch)
{
    const CliRun result = watch(homeless({snapshotOf({sshServer()})}), 3, {});

    ASSERT_EQ(result.jsonLines().size(), 1U) << result.out;
    const nlohmann::json gap = result.jsonLines().front();
    EXPECT_EQ(gap.at("event"), "gap");
    EXPECT_EQ(gap.at("kind"), "baseline");
    EXPECT_THAT(gap.at("why"), HasSubstr("HOME is not set"));
    EXPECT_THAT(gap.at("cure"), HasSubstr("--baseline FILE"));
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "");
}

TEST_F(BaselineOption, NeedsNoHome)
{
    const std::string file = write({entryFor(sshServer())});

    FakeTerminal terminal;
    const CliRun watched =
        run(homeless({snapshotOf({sshServer()})}), terminal, {"watch", "--json", "-b", file});
    const CliRun checked = run(homeless({snapshotOf({sshServer()})}), {"check", "-b", file});

    EXPECT_EQ(watched.out, "");
    EXPECT_EQ(checked.code, 0);
}

TEST_F(BaselineOption, IsTheAdviceOfCheckAndBaselineWithoutAHome)
{
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"check"}, std::vector<std::string>{"baseline", "init"}}) {
        const CliRun result = run(homeless({snapshotOf({sshServer()})}), words);

        EXPECT_EQ(result.code, 2);
        EXPECT_THAT(result.err, HasSubstr("HOME is not set"));
        EXPECT_THAT(result.err, HasSubstr("--baseline FILE"));
        EXPECT_THAT(result.err, ::testing::Not(HasSubstr("baseline init")));
    }
}

TEST_F(BaselineOption, AddedForASleepingServiceExpectsItsProgramToo)
{
    SocketRecord held = tcpListener(631).ownedBy(process("systemd", 1, 0, "root")).id(1);
    SocketRecord awake =
        tcpListener(631)
            .ownedBy({process("systemd", 1, 0, "root"), process("cupsd", 900, 0, "root")})
            .id(1);
    SystemAccess machine = machineWith({held});
    machine.activatedPrograms = [](const SocketRecord&) {
        return std::vector<std::string>{"/usr/bin/cupsd"};
    };

    ASSERT_EQ(run(machine, {"baseline", "init", "-b", path()}).code, 0);
    EXPECT_EQ(run(machineWith({held}), {"check", "-b", path()}).code, 0);
    EXPECT_EQ(run(machineWith({awake}), {"check", "-b", path()}).code, 0);

    write({});
    ASSERT_EQ(run(machine, {"baseline", "add", "port:631", "-b", path()}).code, 0);
    EXPECT_EQ(run(machineWith({awake}), {"check", "-b", path()}).code, 0);
}

TEST_F(BaselineOption, HangupEndsWatchOnATerminal)
{
    m_terminal.columns = 80;
    m_terminal.wakeups = {{1, Wakeup::HungUp}};

    EXPECT_EQ(watch(machineWith({sshServer()}), 9, {}).code, 0);
    EXPECT_EQ(m_terminal.waits.size(), 1U);
}

TEST_F(BaselineOption, HangupElsewhereReadsTheRegistryAgainAndGoesOn)
{
    const SocketRecord listener = tcpListener(1021).ownedBy(process("mine")).id(5);
    SystemAccess machine =
        machineWith({snapshotOf({sshServer()}), snapshotOf({sshServer(), listener})});
    machine.registryPath = [this] { return Result<std::string>(m_folder.path("registry.tsv")); };
    m_terminal.wakeups = {{1, Wakeup::HungUp}};
    m_terminal.onWakeup = [this] {
        m_folder.write("registry.tsv",
                       "# date: 2026-09-01\n# imported: 2026-09-02 x\n"
                       "22\ttcp\tassigned\tssh\t\n1021\ttcp\tassigned\tmine\t\n");
    };

    const CliRun result = watch(machine, 3, {"--without", "privileged-port-of-user"});

    EXPECT_EQ(m_terminal.waits.size(), 3U);
    ASSERT_EQ(result.jsonLines().size(), 1U) << result.out;
    const nlohmann::json opened = result.jsonLines().front();
    EXPECT_EQ(opened.at("event"), "opened");
    EXPECT_EQ(opened.at("socket").at("assignment").at("names").at(0), "mine");
}

}  // namespace
}  // namespace quaywatch::test
