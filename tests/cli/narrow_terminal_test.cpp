// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands/commands.h"
#include "app/cli/context/wrapped_text.h"
#include "core/text/display_text.h"
#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Listeners and connections with values as long as they get.
std::vector<SocketRecord> longRows()
{
    auto node = std::make_shared<ProcessInfo>(*process("a-program-with-a-long-name", 4194304));
    node->script = "a/rather/long/path/to/a/script/server.js";
    node->workingDirectory = "/home/alice/a/rather/long/path";
    return {tcpListener(931, "2001:db8:1111:2222:3333:4444:5555:6666")
                .ownedBy(node)
                .serviceContext("a-unit-with-a-long-name.service")
                .id(1),
            tcpListener(60000).ownedBy(process("nc")).id(2),
            tcpConnection("2001:db8:1111:2222:3333:4444:5555:6666", 40000,
                          "2001:db8:1111:2222:3333:4444:5555:7777", 50000)
                .ownedBy(node)};
}

void expectNarrow(const std::string& text, std::size_t width)
{
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
        EXPECT_LE(displayWidth(line), width) << line;
    }
}

TEST(NarrowTerminal, IsNeverTooNarrowForTheTables)
{
    for (std::size_t width = 40; width <= 130; ++width) {
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"list"}, {"list", "--all"}, {"registry", "0-1100"}}) {
            FakeTerminal terminal;
            terminal.columns = width;

            const CliRun result = run(machineWith(longRows()), terminal, words);

            EXPECT_EQ(result.code, 0);
            EXPECT_THAT(result.out, HasSubstr("PORT"));
            expectNarrow(result.out, width);
        }
    }
}

TEST(NarrowTerminal, WrapsWhatInspectSays)
{
    SystemAccess machine = machineWith(longRows());
    machine.inspect = [](std::uint32_t) {
        ProcessDetails details;
        details.info = *longRows().front().owners().front();
        details.info.command = {"node",
                                "/a/word/that/is/longer/than/forty/columns/of/a/terminal.js"};
        return Result<ProcessDetails>(details);
    };
    FakeTerminal terminal;
    terminal.columns = 40;

    const CliRun result = run(machine, terminal, {"inspect", "port:931"});

    EXPECT_EQ(result.code, 0) << result.err;
    expectNarrow(result.out, 40);
}

TEST(NarrowTerminal, WrapsTheHelp)
{
    std::vector<std::vector<std::string>> helps{{"--help"}};
    for (const cli::Command& command : cli::kCommands) {
        helps.push_back({std::string(command.name), "--help"});
    }
    for (const std::vector<std::string>& words : helps) {
        FakeTerminal terminal;
        terminal.columns = 40;

        expectNarrow(run(smallMachine(), terminal, words).out, 40);
    }
}

TEST(NarrowTerminal, WrapsALineBelowItsSecondColumn)
{
    EXPECT_EQ(cli::wrappedLines("  -a  one two three\n\nshort\n", 14),
              "  -a  one two\n      three\n\nshort\n");
    EXPECT_EQ(cli::wrappedLines("one two three four", 10), "one two\n  three\n  four\n");
    EXPECT_EQ(cli::wrappedLines("one two three", 0), "one two three");
}

TEST(NarrowTerminal, TurnsAParagraphIntoLines)
{
    EXPECT_EQ(cli::wrapped("one two three", "- ", 2, 8), "- one\n  two\n  three\n");
    EXPECT_EQ(cli::wrapped("one two three", "- ", 2, 0), "- one two three\n");
    EXPECT_EQ(cli::wrapped("abcdefgh", "", 2, 5), "  abc\n  def\n  gh\n");
    EXPECT_EQ(cli::wrapped("", "x", 2, 40), "x \n");
}

TEST(FoldedRows, AreOneRowWithTheirNumber)
{
    const ProcessPtr nginx = process("nginx", 11);
    const std::vector<SocketRecord> sockets{
        tcpListener(80).ownedBy(nginx).id(1), tcpListener(80).ownedBy(nginx).id(2),
        tcpListener(80).ownedBy(nginx).id(3), tcpListener(80).ownedBy(process("other", 12)).id(4),
        tcpListener(81).ownedBy(nginx).id(5)};
    FakeTerminal terminal;
    terminal.columns = 120;

    const CliRun onTerminal = run(machineWith(sockets), terminal, {"list"});
    const CliRun piped = run(machineWith(sockets), {"list"});

    for (const CliRun& result : {onTerminal, piped}) {
        EXPECT_THAT(result.out, HasSubstr("nginx x3"));
        EXPECT_THAT(result.out, Not(HasSubstr("nginx x1")));
        EXPECT_THAT(result.out, Not(HasSubstr("other x")));
    }
    EXPECT_THAT(onTerminal.out, HasSubstr("5 listeners"));
    EXPECT_EQ(std::count(piped.out.begin(), piped.out.end(), '\n'), 4);
    EXPECT_EQ(run(machineWith(sockets), {"list", "--json"}).json()["sockets"].size(), 5U);
}

TEST(FoldedRows, SayOneListener)
{
    FakeTerminal terminal;
    terminal.columns = 80;

    EXPECT_THAT(
        run(machineWith({tcpListener(80).ownedBy(process("nginx"))}), terminal, {"list"}).out,
        HasSubstr("1 listener,"));
}

}  // namespace
}  // namespace quaywatch::test
