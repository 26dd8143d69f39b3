// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

TEST(RegistryCommand, ListsEachPortAndProtocolInOrder)
{
    const CliRun result = run(smallMachine(), {"registry", "931", "--json"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out.substr(0, result.out.find('\n')),
              R"({"port":931,"protocol":"tcp","state":"unassigned","range":"well-known",)"
              R"("names":[],"description":null})");
    const auto lines = result.jsonLines();
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[1].at("protocol"), "udp");
    EXPECT_EQ(lines[2].at("protocol"), "sctp");
    EXPECT_EQ(lines[3].at("protocol"), "dccp");
}

TEST(RegistryCommand, ListsRequestedPortsThatAreUnlisted)
{
    const CliRun result = run(smallMachine(), {"registry", "60000", "--json"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.jsonLines().at(0).at("state"), "unlisted");
}

TEST(RegistryCommand, RestrictsToAState)
{
    const CliRun result =
        run(smallMachine(), {"registry", "0-1023", "--state", "unassigned", "--json"});

    const auto lines = result.jsonLines();
    EXPECT_EQ(std::count_if(lines.begin(), lines.end(),
                            [](const auto& row) { return row.at("protocol") == "tcp"; }),
              282);
}

TEST(RegistryCommand, ExitsWithOneWhenNoPortIsInTheState)
{
    EXPECT_EQ(run(smallMachine(), {"registry", "80", "--state", "unassigned"}).code, 1);
}

TEST(RegistryCommand, ListsAllEntriesWithoutAPortArgument)
{
    const CliRun result = run(smallMachine(), {"registry", "--state", "deassigned"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("\n  585  "));
}

TEST(RegistryCommand, MergesProtocolsThatTheRegistryTreatsAlike)
{
    const CliRun result = run(smallMachine(), {"registry", "931"});

    EXPECT_THAT(result.out, HasSubstr("tcp,udp,sctp,dccp"));
}

TEST(RegistryCommand, StopsWhenTheOutputIsClosed)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) { return Result<bool>(false); };

    const CliRun result = run(smallMachine(), terminal, {"registry", "--json"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(terminal.writeCount, 1);
}

}  // namespace
}  // namespace quaywatch::test
