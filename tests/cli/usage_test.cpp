// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Usage, WithoutACommandPrintsOneLineAndExitsWithTwo)
{
    const CliRun result = run(smallMachine(), std::vector<std::string>{});

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.complaints(), 1);
    EXPECT_EQ(result.out, "");
}

TEST(Usage, NamesAnUnknownCommand)
{
    const CliRun result = run(smallMachine(), {"lst"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("no command 'lst'"));
    EXPECT_EQ(result.complaints(), 1);
}

TEST(Usage, HelpListsCommandsFiltersAndExitCodes)
{
    const CliRun result = run(smallMachine(), {"--help"});

    EXPECT_EQ(result.code, 0);
    for (const char* word :
         {"list", "explain", "registry", "ident", "inspect", "watch", "wait", "kill", "check",
          "baseline", "is:unexpected", "Exit codes", "Examples"}) {
        EXPECT_THAT(result.out, HasSubstr(word));
    }
}

TEST(Usage, HelpHasNoLongLines)
{
    for (const char* command : {"", "list", "explain", "registry", "ident", "inspect", "watch",
                                "wait", "kill", "check", "baseline"}) {
        const CliRun result = *command == '\0' ? run(smallMachine(), {"--help"})
                                               : run(smallMachine(), {command, "--help"});

        EXPECT_EQ(result.code, 0) << command;
        std::size_t begin = 0;
        for (std::size_t end; (end = result.out.find('\n', begin)) != std::string::npos;
             begin = end + 1) {
            const std::string line = result.out.substr(begin, end - begin);
            const bool isOneWord = line.find(' ') == std::string::npos;  // An address.
            EXPECT_TRUE(line.size() <= 84U || isOneWord) << line;
        }
    }
}

TEST(Usage, EveryCommandAcceptsJson)
{
    for (const char* command :
         {"list", "explain", "registry", "ident", "inspect", "watch", "wait", "kill"}) {
        EXPECT_THAT(run(smallMachine(), {command, "--help"}).out, HasSubstr("--json")) << command;
    }
}

TEST(Usage, HelpAndErrorsNameTheArgumentAsItIsTyped)
{
    const CliRun help = run(smallMachine(), {"kill", "--help"});
    EXPECT_THAT(help.out, HasSubstr("port:N|PID"));
    EXPECT_THAT(run(smallMachine(), {"list", "--help"}).out, HasSubstr("[FILTER...]"));

    const CliRun missing = run(smallMachine(), {"wait"});
    EXPECT_THAT(missing.err, HasSubstr("port:N is required"));
}

TEST(Usage, VersionIsNameAndNumber)
{
    EXPECT_THAT(run(smallMachine(), {"--version"}).out, StartsWith("quaywatch-cli "));
}

class BadCommandLine : public ::testing::TestWithParam<std::vector<std::string>> {};

TEST_P(BadCommandLine, PrintsOneErrorLineAndExitsWithTwo)
{
    const CliRun result = run(smallMachine(), GetParam());

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.complaints(), 1) << result.err;
    EXPECT_THAT(result.err, StartsWith("quaywatch-cli: "));
    EXPECT_EQ(result.out, "");
}

using Words = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    Usage, BadCommandLine,
    ::testing::Values(
        Words{"list", "port:65536"}, Words{"list", "port:-1"}, Words{"list", "port:99999999999"},
        Words{"list", "process:\"nc"}, Words{"list", ""}, Words{"list", "  "},
        Words{"list", "--nonsense"}, Words{"list", "prot:tcp"}, Words{"watch", "(is:listener"},
        Words{"watch", "--interval", "0.09"}, Words{"watch", "--interval", "-1"},
        Words{"watch", "--interval", "nan"}, Words{"watch", "--interval"}, Words{"explain"},
        Words{"explain", ""}, Words{"explain", "65536"}, Words{"explain", "-1"},
        Words{"explain", "99999999999"}, Words{"explain", "22/icmp"}, Words{"explain", "22", "23"},
        Words{"registry", "65536"}, Words{"registry", "-1"}, Words{"registry", "9-1"},
        Words{"registry", "--state", "free"}, Words{"inspect"}, Words{"inspect", "nginx"},
        Words{"inspect", "0"}, Words{"wait"}, Words{"wait", "8080"}, Words{"wait", "port:0"},
        Words{"wait", "port:1", "--timeout", "soon"}, Words{"kill"},
        Words{"kill", "port:65536", "--yes"}, Words{"kill", "1", "--signal", "HUP"},
        Words{"kill", "-1"}, Words{"ident"}, Words{"ident", "a,b"},
        Words{"ident", "1,2", "--local", "localhost"}, Words{"--all"}, Words{"li\033[2Jst\n"}));

TEST(Usage, TakesJsonBeforeTheCommand)
{
    EXPECT_EQ(run(smallMachine(), {"--json", "list"}).json().at("schema"), 1);
    EXPECT_EQ(run(smallMachine(), {"--json", "list", "port:931"}).json().at("sockets").size(), 1U);
    EXPECT_EQ(run(smallMachine(), {"--json", "list", "--json"}).json().at("schema"), 1);
    EXPECT_EQ(run(smallMachine(), {"--json", "explain", "22"}).json().at("port"), 22);
}

TEST(Usage, RejectsJsonWithoutACommand)
{
    const CliRun result = run(smallMachine(), {"--json"});

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.complaints(), 1);
}

}  // namespace
}  // namespace quaywatch::test
