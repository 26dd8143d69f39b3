// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using namespace std::chrono_literals;

constexpr std::size_t kNever = 1'000'000;

std::vector<Result<Snapshot>> laterOn8080()
{
    return {snapshotOf({}), snapshotOf({}), snapshotOf({tcpListener(8080).id(1)})};
}

TEST(WaitCommand, ReturnsWhenSomethingListens)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;

    const CliRun result = run(machineWith(laterOn8080()), terminal, {"wait", "port:8080"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(terminal.waits.size(), 2U);
}

TEST(WaitCommand, ReturnsAtOnceWhenTheConditionHolds)
{
    FakeTerminal terminal;

    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:22"}).code, 0);
    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:23", "--free"}).code, 0);
    EXPECT_TRUE(terminal.waits.empty());
}

TEST(WaitCommand, WaitsForThePortToBeFree)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;
    std::vector<Result<Snapshot>> polls{snapshotOf({tcpListener(8080).id(1)}), snapshotOf({})};

    const CliRun result =
        run(machineWith(std::move(polls)), terminal, {"wait", "port:8080", "--free"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(terminal.waits.size(), 1U);
}

TEST(WaitCommand, ExitsWithOneAtTheTimeLimit)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = kNever;

    const CliRun result = run(smallMachine(), terminal, {"wait", "port:8080", "--timeout", "20"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.complaints(), 1);
    // The polls themselves take real time, which counts as well.
    const auto waited = std::accumulate(terminal.waits.begin(), terminal.waits.end(), 0ms);
    EXPECT_LE(waited, 20s);
    EXPECT_GT(waited, 10s);
}

TEST(WaitCommand, PollsOnceWithATimeLimitOfZero)
{
    FakeTerminal terminal;

    EXPECT_EQ(run(smallMachine(), terminal, {"wait", "port:8080", "--timeout", "0"}).code, 1);
    EXPECT_TRUE(terminal.waits.empty());
}

TEST(WaitCommand, RestrictsToANamedProtocol)
{
    EXPECT_EQ(run(smallMachine(), {"wait", "port:22/tcp", "--timeout", "0"}).code, 0);
    EXPECT_EQ(run(smallMachine(), {"wait", "port:22/udp", "--timeout", "0"}).code, 1);
}

TEST(WaitCommand, ReportsTheListenerInJson)
{
    const CliRun result = run(smallMachine(), {"wait", "port:22", "--json"});

    EXPECT_EQ(result.json().at("listening"), true);
    EXPECT_EQ(result.json().at("sockets").size(), 1U);
}

}  // namespace
}  // namespace quaywatch::test
