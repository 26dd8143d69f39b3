// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/sock_diag.h"

#include "tests/support/sockets/scripted_channel.h"

#include <gtest/gtest.h>

#include <netinet/in.h>
#include <cerrno>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using test::cut;
using test::done;
using test::error;
using test::lost;
using test::row;
using test::ScriptedChannel;

DiagQuery tcp4()
{
    return {.family = AF_INET, .protocol = IPPROTO_TCP, .states = 0xfff};
}

std::vector<int> portsOf(const DiagDump& dump)
{
    std::vector<int> ports;
    for (const DiagRow& diagRow : dump.rows) {
        ports.push_back(diagRow.localPort);
    }
    return ports;
}

TEST(SockDiag, CollectsTheRowsOfAllDatagramsUntilDone)
{
    ScriptedChannel channel;
    channel.scripts = {{row(22), row(931), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22, 931}));
    EXPECT_FALSE(dump.isIncomplete);
}

TEST(SockDiag, RepeatsAnInterruptedDump)
{
    ScriptedChannel channel;
    channel.scripts = {{row(22, NLM_F_DUMP_INTR), done()}, {row(22), row(931), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22, 931}));
    EXPECT_FALSE(dump.isIncomplete);
    EXPECT_EQ(channel.requestCount, 2);
}

TEST(SockDiag, KeepsTheLargestTryAndReportsItWhenEachWasInterrupted)
{
    ScriptedChannel channel;
    channel.scripts = {{row(1), done(NLM_F_DUMP_INTR)},
                       {row(1), row(2), done(NLM_F_DUMP_INTR)},
                       {row(1), done(NLM_F_DUMP_INTR)}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{1, 2}));
    EXPECT_TRUE(dump.isIncomplete);
}

TEST(SockDiag, RepeatsAfterAnOverflowAndAfterATruncatedMessage)
{
    ScriptedChannel channel;
    channel.scripts = {{row(1), lost()}, {row(1), cut(2)}, {row(1), row(2), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{1, 2}));
    EXPECT_FALSE(dump.isIncomplete);
}

TEST(SockDiag, SkipsTheRestOfAnEarlierAnswer)
{
    ScriptedChannel channel;
    const ScriptedChannel::Reply stale = [](std::uint32_t sequence) {
        return row(7)(sequence - 1);
    };
    channel.scripts = {{stale, row(22), done()}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22}));
}

TEST(SockDiag, ReportsATableThatTheKernelDoesNotHave)
{
    ScriptedChannel channel;
    channel.scripts = {{error(ENOENT)}};
    DiagDump dump;

    const Result<void> result = dumpSockets(channel, tcp4(), dump);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
    EXPECT_EQ(result.error().osCode, ENOENT);
}

TEST(SockDiag, ReportsAMissingTableAlsoAtTheEndOfItsDump)
{
    // The answer of Linux with inet_diag but without udp_diag.
    ScriptedChannel channel;
    channel.scripts = {{done(0, ENOENT)}};
    DiagDump dump;

    const Result<void> result = dumpSockets(channel, tcp4(), dump);

    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NotFound);
}

TEST(SockDiag, ReportsAnIncompleteTableWhileAnOverflowedDumpRuns)
{
    ScriptedChannel channel;
    channel.scripts = {{row(22), lost()}, {error(EBUSY)}};
    DiagDump dump;

    ASSERT_TRUE(dumpSockets(channel, tcp4(), dump));

    EXPECT_EQ(portsOf(dump), (std::vector<int>{22}));
    EXPECT_TRUE(dump.isIncomplete);
}

}  // namespace
}  // namespace quaywatch::linux_backend
