// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/sampler.h"

#include "tests/support/sockets/fake_close_event_source.h"
#include "tests/support/sockets/fake_socket_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::destroyed;
using test::FakeCloseEventSource;
using test::FakeSocketSource;
using test::process;
using test::snapshotOf;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

SocketRecord rpcbind()
{
    return tcpListener(111).uid(0, "root");
}

/// A sampler over prepared tables, with an rpcbind that counts its queries.
class SamplerTest : public testing::Test {
protected:
    Sampler samplerOf(std::vector<Result<Snapshot>> answers)
    {
        auto source = std::make_unique<FakeSocketSource>(std::move(answers));
        m_source = source.get();
        return Sampler(std::move(source), [this](RpcWay) {
            ++m_rpcQuestions;
            return m_rpcAnswer;
        });
    }

    FakeSocketSource* m_source = nullptr;
    int m_rpcQuestions = 0;
    Result<std::vector<RpcService>> m_rpcAnswer = std::vector<RpcService>{};
};

TEST_F(SamplerTest, StartsWithAnEmptyPreviousSnapshot)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80)}, 0)});

    const auto update = sampler.sample();

    ASSERT_TRUE(update);
    EXPECT_TRUE(update->isFirst);
    EXPECT_TRUE(update->before->sockets.empty());
    EXPECT_EQ(update->after->sequence, 1U);
    EXPECT_EQ(update->steps.added, (std::vector<RowRun>{{0, 1}}));
    EXPECT_EQ(sampler.current(), update->after);
}

TEST_F(SamplerTest, DescribesEachStepBetweenSnapshots)
{
    Sampler sampler =
        samplerOf({snapshotOf({tcpListener(80)}, 0), snapshotOf({tcpListener(81)}, 0)});
    const auto first = sampler.sample();

    const auto second = sampler.sample();

    EXPECT_FALSE(second->isFirst);
    EXPECT_EQ(second->before, first->after);
    EXPECT_EQ(second->after->sequence, 2U);
    EXPECT_EQ(second->steps.removed.size(), 1U);
    EXPECT_EQ(second->steps.added.size(), 1U);
}

TEST_F(SamplerTest, ClassifiesAndAssesses)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(931, "127.0.0.1")})});

    const auto update = sampler.sample();

    EXPECT_EQ(update->after->sockets[0].exposure, Exposure::Loopback);
    EXPECT_EQ(update->after->sockets[0].assessment.verdict, Verdict::Unexpected);
}

TEST_F(SamplerTest, KeepsThePreviousSnapshotWhenAReadFails)
{
    Sampler sampler =
        samplerOf({snapshotOf({tcpListener(80)}), failure(ErrorCode::SystemError, "read"),
                   snapshotOf({tcpListener(80)})});
    const auto first = sampler.sample();

    const auto failed = sampler.sample();

    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().context, "read");
    EXPECT_EQ(sampler.current(), first->after);
    EXPECT_TRUE(sampler.sample()->steps.isQuiet());
}

TEST_F(SamplerTest, RestoresAListenerThatTheTableMissed)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80), tcpListener(443), tcpListener(8080)}),
                                 snapshotOf({tcpListener(80), tcpListener(8080)})});
    (void)sampler.sample();
    m_source->remaining = {tcpListener(443)};

    const auto update = sampler.sample();

    EXPECT_TRUE(update->steps.isQuiet());
    ASSERT_EQ(update->after->sockets.size(), 3U);
    EXPECT_EQ(update->after->sockets[1].key.localPort, 443);
    EXPECT_EQ(update->after->sockets[1].exposure, Exposure::All);
}

TEST_F(SamplerTest, QueriesAClosedListenerOnce)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80)}), snapshotOf({})});
    (void)sampler.sample();

    const auto closed = sampler.sample();
    (void)sampler.sample();

    EXPECT_EQ(closed->steps.removed.size(), 1U);
    EXPECT_EQ(m_source->askedFor.size(), 1U);
}

TEST_F(SamplerTest, DoesNotQueryConnections)
{
    Sampler sampler =
        samplerOf({snapshotOf({tcpConnection("10.0.0.1", 1, "10.0.0.2", 2)}), snapshotOf({})});
    (void)sampler.sample();

    (void)sampler.sample();

    EXPECT_TRUE(m_source->askedFor.empty());
}

TEST_F(SamplerTest, QueriesALimitedNumberOfListeners)
{
    std::vector<SocketRecord> many;
    for (Port port = 2000; port < 3000; ++port) {
        many.push_back(tcpListener(port));
    }
    Sampler sampler = samplerOf({snapshotOf(many), snapshotOf({})});
    (void)sampler.sample();

    (void)sampler.sample();

    EXPECT_EQ(m_source->askedFor.size(), 256U);
}

TEST_F(SamplerTest, KeepsAConnectionInboundWhenItsListenerCloses)
{
    const SocketRecord connection = tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000);
    Sampler sampler = samplerOf({snapshotOf({tcpListener(931), connection}),
                                 snapshotOf({connection}), snapshotOf({connection})});
    (void)sampler.sample();
    (void)sampler.sample();

    const auto update = sampler.sample();

    EXPECT_EQ(update->after->sockets[0].direction, Direction::Inbound);
    EXPECT_EQ(update->after->sockets[0].assessment.verdict, Verdict::Unexpected);
}

TEST_F(SamplerTest, KnowsAnInboundConnectionOfAListenerThatClosedAtOnce)
{
    const SocketRecord connection = tcpConnection("10.0.0.1", 931, "10.0.0.2", 50000);
    Sampler sampler = samplerOf({snapshotOf({tcpListener(931)}), snapshotOf({connection})});
    (void)sampler.sample();

    const auto update = sampler.sample();

    EXPECT_EQ(update->after->sockets[0].direction, Direction::Inbound);
}

TEST_F(SamplerTest, KeepsWhatTheKernelShowedOfWhoOpenedAConnection)
{
    const SocketRecord listener = tcpListener(8941);
    SocketRecord opened = tcpConnection("127.0.0.1", 8941, "127.0.0.1", 931).id(5);
    opened.isOpener = true;
    SocketRecord later = opened;
    later.isOpener.reset();
    Sampler sampler = samplerOf(
        {snapshotOf({listener, opened}), snapshotOf({listener, later}), snapshotOf({later})});
    (void)sampler.sample();

    for (int poll = 0; poll < 2; ++poll) {
        const auto update = sampler.sample();
        const SocketRecord* row = findSocketRow(*update->after, opened.key);
        ASSERT_NE(row, nullptr);
        EXPECT_EQ(row->isOpener, true);
        EXPECT_EQ(row->direction, Direction::Outbound);
    }
}

TEST_F(SamplerTest, KeepsAConnectionLocalWhenItsOtherEndIsGone)
{
    const SocketRecord one = tcpConnection("10.9.0.1", 8080, "10.9.0.2", 50000).id(1);
    const SocketRecord other = tcpConnection("10.9.0.2", 50000, "10.9.0.1", 8080).id(2);
    Sampler sampler = samplerOf({snapshotOf({one, other}), snapshotOf({one})});
    (void)sampler.sample();

    EXPECT_TRUE(sampler.sample()->after->sockets.at(0).isPeerHere);
}

TEST_F(SamplerTest, DoesNotQueryRpcbindWithoutAnotherWellKnownListener)
{
    Sampler sampler = samplerOf({snapshotOf({rpcbind(), tcpListener(2049)})});

    (void)sampler.sample();

    EXPECT_EQ(m_rpcQuestions, 0);
}

TEST_F(SamplerTest, DoesNotQueryRpcbindWhenItsPortIsClosed)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(931)})});

    const auto update = sampler.sample();

    EXPECT_EQ(m_rpcQuestions, 0);
    EXPECT_TRUE(update->after->gaps.empty());
}

TEST_F(SamplerTest, ExplainsAListenerWithRpcbindsAnswer)
{
    m_rpcAnswer = std::vector<RpcService>{{100011, 2, Protocol::Udp, 875}};
    Sampler sampler = samplerOf({snapshotOf({rpcbind(), udpBound(875).uid(0, "root")})});

    const auto update = sampler.sample();

    EXPECT_EQ(update->after->sockets[1].assessment.verdict, Verdict::Explained);
}

TEST_F(SamplerTest, QueriesRpcbindAgainForAServiceThatRegistersLate)
{
    Sampler sampler = samplerOf({snapshotOf({rpcbind(), udpBound(875).uid(0, "root")})});
    (void)sampler.sample();
    m_rpcAnswer = std::vector<RpcService>{{100011, 2, Protocol::Udp, 875}};

    const auto second = sampler.sample();
    (void)sampler.sample();
    (void)sampler.sample();

    EXPECT_EQ(second->after->sockets[1].assessment.verdict, Verdict::Explained);
    EXPECT_EQ(m_rpcQuestions, 2);
}

TEST_F(SamplerTest, QueriesRpcbindAgainWhenTheListenersChange)
{
    const Snapshot one = snapshotOf({rpcbind(), udpBound(875).uid(0, "root")});
    Sampler sampler = samplerOf(
        {one, one, one, snapshotOf({rpcbind(), udpBound(875).uid(0, "root"), tcpListener(931)})});
    for (int i = 0; i < 3; ++i) {
        (void)sampler.sample();
    }

    (void)sampler.sample();

    EXPECT_EQ(m_rpcQuestions, 3);
}

TEST_F(SamplerTest, ReportsAnUnresponsiveRpcbindAndQueriesItRarely)
{
    m_rpcAnswer = failure(ErrorCode::TimedOut, "rpcbind");
    Sampler sampler = samplerOf({snapshotOf({rpcbind(), udpBound(875).uid(0, "root")})});
    (void)sampler.sample();

    Result<SnapshotUpdate> update = sampler.sample();
    for (int i = 0; i < 18; ++i) {
        update = sampler.sample();
    }

    ASSERT_EQ(update->after->gaps.size(), 1U);
    EXPECT_EQ(update->after->gaps[0].kind, Gap::Kind::Rpc);
    EXPECT_EQ(m_rpcQuestions, 1);
}

TEST_F(SamplerTest, ReportsNoClosesByDefault)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80)})});

    EXPECT_EQ(sampler.sample()->closes, nullptr);
}

TEST_F(SamplerTest, ReportsClosesSinceThePreviousSnapshot)
{
    const SocketRecord before = tcpConnection("10.0.0.1", 80, "10.0.0.9", 50000).id(7);
    const SocketRecord brief = tcpConnection("10.0.0.1", 80, "10.0.0.9", 50001).id(8);
    DestroyedSockets first;
    first.sockets.push_back(destroyed(before));
    DestroyedSockets second;
    second.sockets.push_back(destroyed(brief));
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80)})});
    sampler.watchCloses(std::make_unique<FakeCloseEventSource>(
        std::vector<DestroyedSockets>{std::move(first), std::move(second)}));

    const auto start = sampler.sample();
    const auto next = sampler.sample();

    EXPECT_TRUE(start->closes->closes.empty()) << "the first poll reports nothing";
    ASSERT_EQ(next->closes->closes.size(), 1U);
    EXPECT_EQ(next->closes->closes[0].socket.key.remotePort, 50001);
    EXPECT_TRUE(next->closes->closes[0].listener);
}

TEST_F(SamplerTest, ReportsAGapOnASystemWithoutCloseEvents)
{
    Sampler sampler = samplerOf({snapshotOf({tcpListener(80)})});
    sampler.watchCloses(failure(ErrorCode::Unsupported, "ask the kernel"));

    const auto update = sampler.sample();

    EXPECT_EQ(update->closes, nullptr);
    ASSERT_EQ(update->after->gaps.size(), 1U);
    EXPECT_EQ(update->after->gaps[0].kind, Gap::Kind::Events);
    EXPECT_EQ(update->after->sockets.size(), 1U) << "polling works otherwise";
}

TEST_F(SamplerTest, KeepsTheCountersAndTheAgeOfAConnectionInTimeWait)
{
    using namespace std::chrono_literals;
    SocketRecord open = tcpConnection("10.0.0.1", 40000, "10.0.0.9", 443).id(7);
    open.bytesReceived = 5;
    open.bytesSent = 6;
    SocketRecord waiting = open;
    waiting.state = SocketState::TimeWait;
    waiting.inode.reset();
    waiting.bytesReceived.reset();
    waiting.bytesSent.reset();
    Snapshot before = snapshotOf({open});
    before.takenAt += 1s;
    Snapshot after = snapshotOf({waiting});
    after.takenAt += 2s;
    Sampler sampler = samplerOf({before, after});
    (void)sampler.sample();

    const auto update = sampler.sample();

    EXPECT_EQ(update->after->sockets[0].bytesReceived, 5U);
    EXPECT_EQ(update->after->sockets[0].seenSince, before.takenAt);
}

TEST_F(SamplerTest, KeepsTheAgeOfEachRowOfATableThatSeveralThreadsCompare)
{
    using namespace std::chrono_literals;
    const auto rowsWithout = [](unsigned missing) {
        std::vector<SocketRecord> rows;
        for (unsigned port = 1; port <= 40000; ++port) {
            if (port % 100 != missing) {
                rows.push_back(tcpListener(static_cast<Port>(port)).id(port));
            }
        }
        return rows;
    };
    Snapshot before = snapshotOf(rowsWithout(1));
    before.takenAt += 1s;
    Snapshot after = snapshotOf(rowsWithout(2));
    after.takenAt += 2s;
    Sampler sampler = samplerOf({before, after});
    (void)sampler.sample();

    const auto update = sampler.sample();

    for (const SocketRecord& row : update->after->sockets) {
        const bool isNew = row.key.localPort % 100 == 1;
        EXPECT_EQ(row.seenSince, isNew ? after.takenAt : before.takenAt) << row.key.localPort;
    }
    ASSERT_EQ(m_source->askedFor.size(), 256U) << "the limit";
    EXPECT_EQ(m_source->askedFor.front().localPort, 2);
    EXPECT_EQ(m_source->askedFor.back().localPort, 25502);
}

}  // namespace
}  // namespace quaywatch
