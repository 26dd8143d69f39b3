// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/text_file.h"
#include "core/baseline/baseline_text.h"
#include "tests/cli/cli_run.h"
#include "tests/support/safe_umask.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SocketRecord systemSsh()
{
    return tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1);
}
SocketRecord webServer()
{
    return tcpListener(8080, "127.0.0.1").ownedBy(process("node")).id(2);
}
SocketRecord otherSsh()
{
    return tcpListener(22).ownedBy(process("dropbear")).id(3);
}

std::string fileWith(const std::vector<BaselineEntry>& entries)
{
    std::string text = "schema = 1\n";
    for (const BaselineEntry& entry : entries) {
        text = withEntry(text, entry).value();
    }
    return text;
}

BaselineEntry fixedEntry(const SocketRecord& listener)
{
    BaselineEntry entry = entryFor(listener);
    entry.isFixed = true;
    return entry;
}

class SystemFiles : public ::testing::Test {
protected:
    SystemAccess machine(std::vector<SocketRecord> sockets)
    {
        SystemAccess machine = machineWith(std::move(sockets));
        machine.baselinePath = [path = m_folder.path("expected.toml")] {
            return Result<std::string>(path);
        };
        machine.systemBaselineFolder = m_folder.path("expected.d");
        return machine;
    }
    void writeOwn(const std::vector<BaselineEntry>& entries) const
    {
        m_folder.write("expected.toml", fileWith(entries));
    }
    void writeSystem(const std::vector<BaselineEntry>& entries) const
    {
        m_folder.write("expected.d/50-base.toml", fileWith(entries));
    }

    SafeUmask m_umask;
    TempDir m_folder;
};

TEST_F(SystemFiles, CheckComparesWithBothAndListSaysWhichFileExpects)
{
    writeSystem({entryFor(systemSsh())});
    writeOwn({entryFor(webServer())});

    const CliRun result = run(machine({systemSsh(), webServer()}), {"check"});

    EXPECT_EQ(result.code, 0) << result.out << result.err;
    EXPECT_THAT(result.out, HasSubstr("and 1 file of the system"));
    EXPECT_THAT(run(machine({systemSsh()}), {"list", "--json"}).out,
                HasSubstr(m_folder.path("expected.d/50-base.toml") + ", line 3"));
}

TEST_F(SystemFiles, CheckNeedsNoFileOfTheUserIfThereIsOneOfTheSystem)
{
    writeSystem({entryFor(systemSsh())});

    const CliRun result = run(machine({systemSsh()}), {"check"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out,
                HasSubstr("1 file of the system (" + m_folder.path("expected.d") + ")"));
    EXPECT_THAT(result.out, Not(HasSubstr("expected.toml")));
    EXPECT_EQ(run(machine({systemSsh()}), {"check", "--json"}).jsonLines().front().at("baseline"),
              m_folder.path("expected.d"));
    EXPECT_EQ(run(machine({systemSsh(), webServer()}), {"check"}).code, 1);
}

TEST_F(SystemFiles, CheckSystemLeavesTheUsersFileOut)
{
    writeSystem({entryFor(systemSsh())});
    writeOwn({entryFor(webServer())});

    const CliRun result = run(machine({systemSsh(), webServer()}), {"check", "--system", "--json"});

    EXPECT_EQ(result.code, 1) << result.err;
    const nlohmann::json report = result.jsonLines().front();
    ASSERT_EQ(report.at("not_expected").size(), 1U);
    EXPECT_EQ(report.at("not_expected")[0].at("socket").at("local").at("port"), 8080);
    EXPECT_EQ(report.at("baseline"), m_folder.path("expected.d"));
    EXPECT_EQ(report.at("system_files"),
              std::vector<std::string>{m_folder.path("expected.d/50-base.toml")});
}

TEST_F(SystemFiles, CheckSystemWithoutFilesIsBadUsage)
{
    writeOwn({entryFor(webServer())});

    const CliRun result = run(machine({webServer()}), {"check", "--system"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("there is no valid file in " + m_folder.path("expected.d")));
}

TEST_F(SystemFiles, ANamedFileIsComparedAlone)
{
    writeSystem({entryFor(systemSsh())});
    writeOwn({entryFor(webServer())});

    EXPECT_EQ(
        run(machine({systemSsh(), webServer()}), {"check", "-b", m_folder.path("expected.toml")})
            .code,
        1);
    EXPECT_EQ(run(machine({}), {"check", "--system", "-b", "x"}).code, 2);
    EXPECT_EQ(run(machine({}), {"watch", "--system", "-b", "x"}).code, 2);
}

TEST_F(SystemFiles, ABrokenFileIsNamedAndTheOthersAreCompared)
{
    writeSystem({entryFor(systemSsh())});
    m_folder.write("expected.d/10-bad.toml", "schema = 1\n[[expect]]\nprot = 3\n");

    const CliRun result = run(machine({systemSsh(), webServer()}), {"check", "--system"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("10-bad.toml:3:1: there is no key 'prot'"));
    EXPECT_THAT(result.out, HasSubstr("1 listener is as expected"));
    EXPECT_THAT(result.out, HasSubstr("8080"));
}

TEST_F(SystemFiles, ABrokenFileIsNamedIfThereIsNoOther)
{
    m_folder.write("expected.d/10-bad.toml", "schema = 1\n[[expect]]\nprot = 3\n");

    const CliRun result = run(machine({systemSsh()}), {"check"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("10-bad.toml:3:1: there is no key 'prot'"));
    EXPECT_THAT(result.err, HasSubstr("baseline init"));
}

TEST_F(SystemFiles, ABrokenFileOfTheUserIsNamedAndTheSystemsAreCompared)
{
    writeSystem({entryFor(systemSsh())});
    m_folder.write("expected.toml", "schema = 1\n[[expect]]\nprot = 3\n");

    const CliRun result = run(machine({systemSsh(), webServer()}), {"check"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("expected.toml:3:1: there is no key 'prot'"));
    EXPECT_THAT(result.out, HasSubstr("1 listener is as expected"));
    EXPECT_THAT(result.out, HasSubstr("8080"));
}

TEST_F(SystemFiles, CheckSaysWhichEntryOfTheUserHasNoEffect)
{
    writeSystem({fixedEntry(systemSsh())});
    writeOwn({entryFor(otherSsh())});

    const CliRun result = run(machine({otherSsh()}), {"check"});
    const nlohmann::json report =
        run(machine({otherSsh()}), {"check", "--json"}).jsonLines().front();

    EXPECT_EQ(result.code, 1);
    EXPECT_THAT(result.out, HasSubstr("no effect: expected.toml, line 3 has no effect on tcp port "
                                      "22, which " +
                                      m_folder.path("expected.d/50-base.toml") + ", line 3 fixes"));
    ASSERT_EQ(report.at("no_effect").size(), 1U);
    EXPECT_EQ(report.at("no_effect")[0].at("line"), 3);
    EXPECT_EQ(report.at("no_effect")[0].at("file"), nullptr);
    EXPECT_EQ(report.at("no_effect")[0].at("fixed_by").at("file"),
              m_folder.path("expected.d/50-base.toml"));
    EXPECT_EQ(report.at("not_expected")[0].at("file"), m_folder.path("expected.d/50-base.toml"));
}

TEST_F(SystemFiles, ExplainSaysItToo)
{
    writeSystem({fixedEntry(systemSsh())});
    writeOwn({entryFor(otherSsh())});

    EXPECT_THAT(run(machine({systemSsh()}), {"explain", "22", "--json"}).out,
                HasSubstr("line 3 has no effect on tcp port 22, which"));
    EXPECT_THAT(run(machine({systemSsh()}), {"explain", "22", "--json"}).out,
                HasSubstr(", line 3 (fixed)"));
    EXPECT_THAT(run(machine({systemSsh()}), {"explain", "22/udp", "--json"}).out,
                Not(HasSubstr("no effect")));
    EXPECT_THAT(run(machine({systemSsh()}), {"explain", "23", "--json"}).out,
                Not(HasSubstr("no effect")));
}

TEST_F(SystemFiles, BaselineAddRefusesAFixedPort)
{
    writeSystem({fixedEntry(systemSsh())});

    const CliRun result = run(machine({otherSsh()}), {"baseline", "add", "port:22"});

    EXPECT_EQ(result.code, 3);
    EXPECT_THAT(result.err, HasSubstr("tcp port 22 is fixed by "));
    EXPECT_FALSE(stampOf(m_folder.path("expected.toml")));
    EXPECT_EQ(
        run(machine({otherSsh()}), {"baseline", "add", "port:22", "-b", m_folder.path("mine.toml")})
            .code,
        0);
}

TEST_F(SystemFiles, BaselineInitLeavesOutFixedPorts)
{
    writeSystem({fixedEntry(systemSsh())});

    const CliRun result = run(machine({otherSsh(), webServer()}), {"baseline", "init"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("1 entry in "));
    EXPECT_THAT(result.err, HasSubstr("1 listener is left out: the system's files fix its port"));
    EXPECT_EQ(run(machine({systemSsh(), webServer()}), {"check"}).code, 0);
    EXPECT_THAT(run(machine({otherSsh(), webServer()}),
                    {"baseline", "init", "-b", m_folder.path("mine.toml")})
                    .out,
                HasSubstr("2 entries in "));
}

TEST_F(SystemFiles, SarifNamesTheFileOfTheEntry)
{
    writeSystem({entryFor(systemSsh())});
    writeOwn({});

    EXPECT_THAT(run(machine({otherSsh()}), {"check", "--sarif", "-"}).out,
                HasSubstr("\"uri\":\"file://" + m_folder.path("expected.d/50-base.toml") + "\""));
}

TEST_F(SystemFiles, WatchSystemReportsABrokenFileWhenItBreaks)
{
    writeSystem({entryFor(systemSsh())});
    writeOwn({entryFor(webServer())});
    FakeTerminal terminal;
    terminal.interruptedAtWait = 3;
    terminal.wakeups[1] = Terminal::Wakeup::TimeOver;
    terminal.onWakeup = [this] {
        m_folder.write("expected.d/50-base.toml", "schema = 1\n[[expect\n");
        m_folder.write("expected.d/60-more.toml", "schema = 1\nfoo = 1\n");
    };

    const CliRun result =
        run(machine({systemSsh(), webServer()}), terminal, {"watch", "--system", "--json"});

    std::string gaps;
    for (const nlohmann::json& line : result.jsonLines()) {
        if (line.at("event") == "gap") {
            gaps += line.at("why").get<std::string>() + "\n";
        }
    }
    EXPECT_THAT(gaps, HasSubstr("50-base.toml:2:"));
    EXPECT_THAT(gaps, HasSubstr("60-more.toml:2:1: there is no key 'foo'"));
}

}  // namespace
}  // namespace quaywatch::test
