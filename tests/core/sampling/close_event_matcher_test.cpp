// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/close_event_matcher.h"

#include "core/assess/assess.h"
#include "core/sampling/assess_closes.h"
#include "tests/support/sockets/close_scene.h"
#include "tests/support/sockets/fake_close_event_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::connectionIn;
using test::connectionOut;
using test::destroyed;
using test::http;
using test::inTimeWait;
using test::process;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

class CloseEventMatcherTest : public test::CloseScene {};

TEST_F(CloseEventMatcherTest, MatchesASocketByItsCookie)
{
    const SocketRecord open = connectionIn().ownedBy(process("httpd", 4800));

    const CloseBatch batch = join({destroyed(open, 1000, 2000)}, {http(), open}, {http()});

    ASSERT_EQ(batch.closes.size(), 1U);
    const SocketClose& closeEvent = batch.closes[0];
    EXPECT_TRUE(closeEvent.wasSeen);
    EXPECT_FALSE(closeEvent.isMissingFromDiff) << "the diff reports it";
    EXPECT_TRUE(closeEvent.isConnection);
    EXPECT_EQ(closeEvent.socket.state, SocketState::Established);
    EXPECT_EQ(closeEvent.socket.owners().front()->id.pid, 4800U);
    EXPECT_EQ(closeEvent.socket.bytesReceived, 1000U);
    EXPECT_EQ(closeEvent.socket.bytesSent, 2000U);
    EXPECT_EQ(closeEvent.lifetime, 1300ms);
    EXPECT_FALSE(closeEvent.lifetimeAtMost);
    ASSERT_TRUE(closeEvent.listener);
    EXPECT_EQ(closeEvent.listener->kernelId, 1U);
}

TEST_F(CloseEventMatcherTest, AssignsInboundConnectionsToTheListenerOfThePort)
{
    const CloseBatch batch = join({destroyed(connectionIn(), 10, 20)}, {http()}, {http()});

    ASSERT_EQ(batch.closes.size(), 1U);
    const SocketClose& closeEvent = batch.closes[0];
    EXPECT_FALSE(closeEvent.wasSeen);
    EXPECT_TRUE(closeEvent.isMissingFromDiff);
    EXPECT_EQ(closeEvent.socket.state, SocketState::Closed);
    EXPECT_EQ(closeEvent.socket.direction, Direction::Inbound);
    EXPECT_EQ(closeEvent.socket.owners().front()->name, "httpd");
    EXPECT_EQ(closeEvent.socket.serviceContext->unit, "httpd.service");
    EXPECT_EQ(closeEvent.socket.bytesReceived, 10U);
    EXPECT_FALSE(closeEvent.lifetime);
    EXPECT_EQ(closeEvent.lifetimeAtMost, 300ms);
}

TEST_F(CloseEventMatcherTest, FindsAListenerThatClosedAsWell)
{
    EXPECT_TRUE(join({destroyed(connectionIn())}, {http()}, {}).closes.at(0).listener);
    EXPECT_TRUE(join({destroyed(connectionIn())}, {}, {http()}).closes.at(0).listener);
}

TEST_F(CloseEventMatcherTest, NamesNoOwnerForOutboundConnections)
{
    const CloseBatch batch = join({destroyed(connectionOut())}, {http()}, {http()});

    const SocketRecord& socket = batch.closes.at(0).socket;
    EXPECT_EQ(socket.direction, Direction::Outbound);
    EXPECT_EQ(socket.ownerState, OwnerState::None);
    EXPECT_TRUE(socket.owners().empty());
    EXPECT_FALSE(batch.closes[0].listener);
}

TEST_F(CloseEventMatcherTest, TreatsTheEndWithAcknowledgedSynAndFinAsTheInitiator)
{
    DestroyedSocket closed = destroyed(connectionIn());
    closed.ackedControlBits = 2;

    EXPECT_EQ(join({closed}, {http()}, {http()}).closes.at(0).socket.direction,
              Direction::Outbound);
}

TEST_F(CloseEventMatcherTest, AssignsAnAbortedConnectionToTheListenerOfItsPort)
{
    DestroyedSocket aborted = destroyed(connectionIn());
    aborted.key.remotePort = 0;
    aborted.key.remoteAddress = IpAddress::any(AddressFamily::Ipv4);
    aborted.key.localAddress = aborted.key.remoteAddress;

    const CloseBatch batch = join({aborted}, {http()}, {http()});

    EXPECT_TRUE(batch.closes.at(0).isConnection);
    EXPECT_EQ(batch.closes[0].socket.direction, Direction::Inbound);
}

TEST_F(CloseEventMatcherTest, MatchesAnAbortedConnectionWithoutItsPeer)
{
    const SocketRecord open = connectionIn();
    DestroyedSocket aborted = destroyed(open);
    aborted.key.remotePort = 0;

    const CloseBatch batch = join({aborted}, {http(), open}, {http()});

    EXPECT_TRUE(batch.closes.at(0).wasSeen);
    EXPECT_EQ(batch.closes[0].socket.key.remotePort, 50000);
    EXPECT_FALSE(batch.closes[0].isMissingFromDiff);
}

TEST_F(CloseEventMatcherTest, WaitsUntilTheTableDropsTheSocket)
{
    const SocketRecord open = connectionIn();

    const CloseBatch now = join({destroyed(open, 1, 2)}, {http()}, {http(), open});
    const CloseBatch later = join({}, {http(), open}, {http()});

    EXPECT_TRUE(now.closes.empty());
    ASSERT_EQ(later.closes.size(), 1U);
    EXPECT_TRUE(later.closes[0].wasSeen);
    EXPECT_FALSE(later.closes[0].isMissingFromDiff);
}

TEST_F(CloseEventMatcherTest, DoesNotRepeatACloseThatTheDiffReported)
{
    const SocketRecord open = connectionIn();

    (void)join({}, {http(), open}, {http()});
    const CloseBatch late = join({destroyed(open, 1, 2)}, {http()}, {http()});

    ASSERT_EQ(late.closes.size(), 1U);
    EXPECT_TRUE(late.closes[0].wasSeen);
    EXPECT_FALSE(late.closes[0].isMissingFromDiff);
}

TEST_F(CloseEventMatcherTest, MatchesAnEventThatIsLateByMoreThanOnePoll)
{
    const SocketRecord open = connectionIn();

    (void)join({}, {http(), open}, {http()});
    (void)join({}, {http()}, {http()});
    const CloseBatch late = join({destroyed(open, 1, 2)}, {http()}, {http()});

    EXPECT_TRUE(late.closes.at(0).wasSeen);
    EXPECT_FALSE(late.closes[0].isMissingFromDiff);
}

TEST_F(CloseEventMatcherTest, DropsSocketsThatNeverGetAnEvent)
{
    const SocketRecord open = connectionIn();

    (void)join({}, {http(), open}, {http()});
    for (int look = 0; look < 4; ++look) {
        (void)join({}, {http()}, {http()});
    }
    const CloseBatch other = join({destroyed(open, 1, 2)}, {http()}, {http()});

    EXPECT_FALSE(other.closes.at(0).wasSeen);
}

TEST_F(CloseEventMatcherTest, MatchesAConnectionFirstSeenInTimeWait)
{
    const SocketRecord open = connectionOut();

    (void)join({}, {open}, {inTimeWait(open)});
    const CloseBatch late = join({destroyed(open, 7, 9)}, {inTimeWait(open)}, {});

    EXPECT_TRUE(late.closes.at(0).wasSeen);
    EXPECT_EQ(late.closes[0].socket.state, SocketState::Established);
    EXPECT_FALSE(late.closes[0].isMissingFromDiff);
}

TEST_F(CloseEventMatcherTest, DoesNotMistakeATimeWaitForTheConnection)
{
    const SocketRecord open = connectionOut();

    (void)join({}, {}, {inTimeWait(open)});
    const CloseBatch late = join({destroyed(open, 7, 9)}, {inTimeWait(open)}, {});

    EXPECT_FALSE(late.closes.at(0).wasSeen);
    EXPECT_FALSE(late.closes[0].isMissingFromDiff) << "the diff reported the TIME_WAIT";
}

TEST_F(CloseEventMatcherTest, KeepsTheCountersWithTheTimeWaitOfAConnection)
{
    const SocketRecord open = connectionOut();

    const CloseBatch batch = join({destroyed(open, 7, 9)}, {open}, {inTimeWait(open)});

    EXPECT_FALSE(batch.closes.at(0).isMissingFromDiff);
    EXPECT_EQ(m_update.after->sockets.at(0).bytesReceived, 7U);
    EXPECT_EQ(m_update.after->sockets[0].bytesSent, 9U);
}

TEST_F(CloseEventMatcherTest, LeavesATimeWaitOfAnUnseenConnectionToTheDiff)
{
    const CloseBatch batch =
        join({destroyed(connectionOut(), 7, 9)}, {}, {inTimeWait(connectionOut())});

    EXPECT_FALSE(batch.closes.at(0).wasSeen);
    EXPECT_FALSE(batch.closes[0].isMissingFromDiff);
    EXPECT_EQ(m_update.after->sockets.at(0).bytesReceived, 7U);
}

TEST_F(CloseEventMatcherTest, ReportsAConnectionWhoseEndpointsWereReused)
{
    const SocketRecord first = connectionOut();
    SocketRecord second = first;
    second.cookie = 77;

    const CloseBatch batch = join({destroyed(first)}, {first}, {second});

    EXPECT_TRUE(batch.closes.at(0).isMissingFromDiff)
        << "the row stays, so the diff does not report it";
}

TEST_F(CloseEventMatcherTest, DoesNotCountTheFinOfAPeerThatClosedFirst)
{
    DestroyedSocket closed = destroyed(connectionIn(), 6, 3);
    closed.ackedControlBits = 1;  // its own FIN; there is no TIME_WAIT

    EXPECT_EQ(join({closed}, {http()}, {http()}).closes.at(0).socket.bytesReceived, 5U);
}

TEST_F(CloseEventMatcherTest, CountsEveryByteOfAConnectionThatWasReset)
{
    const DestroyedSocket closed = destroyed(connectionIn(), 6, 3);  // its FIN is not acknowledged

    EXPECT_EQ(join({closed}, {http()}, {http()}).closes.at(0).socket.bytesReceived, 6U);
}

TEST_F(CloseEventMatcherTest, UsesTheCountersOfTheOtherEndOfALocalConnection)
{
    SocketRecord client = tcpConnection("127.0.0.1", 40000, "127.0.0.1", 80).id(5);
    SocketRecord server = tcpConnection("127.0.0.1", 80, "127.0.0.1", 40000).id(6);
    DestroyedSocket clientEnd = destroyed(client, 4, 5);  // with the server's FIN
    DestroyedSocket serverEnd = destroyed(server, 5, 3);
    clientEnd.ackedControlBits = 2;
    serverEnd.ackedControlBits = 1;

    const CloseBatch batch = join({serverEnd, clientEnd}, {http()}, {http()});

    EXPECT_EQ(batch.closes.at(0).socket.bytesReceived, 5U);
    EXPECT_EQ(batch.closes.at(1).socket.bytesReceived, 3U);
}

TEST_F(CloseEventMatcherTest, ForwardsTheGaps)
{
    DestroyedSockets events;
    events.gaps.push_back({test::kCloseStart, test::kCloseStart + 1s, 120, "too fast", ""});
    Snapshot nothing;

    EXPECT_EQ(m_closeEventMatcher.join(std::move(events), nothing, nothing).gaps.at(0).count, 120U);
}

TEST_F(CloseEventMatcherTest, AssessesConnectionsThatNoSnapshotHas)
{
    const SocketRecord odd = tcpListener(931).ownedBy(process("nc")).id(2);
    const SocketRecord in = tcpConnection("10.0.0.1", 931, "10.0.0.9", 50000).id(3);
    const SocketRecord out = tcpConnection("10.0.0.1", 50001, "10.0.0.9", 932).id(4);
    CloseBatch batch = join({destroyed(in), destroyed(out)}, {odd}, {odd});

    assessCloses(batch, *m_update.before, *m_update.after, [](Snapshot& s) { assess(s, {}); });

    EXPECT_EQ(batch.closes[0].socket.assessment.severity, Severity::High);
    EXPECT_EQ(batch.closes[1].socket.assessment.severity, Severity::Medium);
}

TEST_F(CloseEventMatcherTest, DoesNotFlagASocketThatMayNeverHaveListened)
{
    const SocketRecord bound = tcpListener(931).id(2);  // whether it listened is unknown
    CloseBatch batch = join({destroyed(bound)}, {}, {});

    assessCloses(batch, *m_update.before, *m_update.after, [](Snapshot& s) { assess(s, {}); });

    EXPECT_EQ(batch.closes.at(0).socket.assessment.verdict, Verdict::Ordinary);
}

TEST_F(CloseEventMatcherTest, LeavesOutThisProgramsQuestionsToRpcbind)
{
    const auto client = destroyed(tcpConnection("127.0.0.1", 50123, "127.0.0.1", 111).id(7), 0, 0);
    const auto server = destroyed(tcpConnection("127.0.0.1", 111, "127.0.0.1", 50123).id(8), 0, 0);
    const auto other = destroyed(tcpConnection("127.0.0.1", 50124, "127.0.0.1", 111).id(9), 0, 0);
    m_closeEventMatcher.leaveOut({50123});

    EXPECT_EQ(join({client, other, server}, {}, {}).closes.size(), 1U);
    EXPECT_TRUE(join({client}, {}, {}).closes.empty()) << "an event may come late";
}

TEST_F(CloseEventMatcherTest, ReportsALaterConnectionFromSuchAPort)
{
    const auto client = destroyed(tcpConnection("127.0.0.1", 50123, "127.0.0.1", 111).id(7), 0, 0);
    m_closeEventMatcher.leaveOut({50123});
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(join({}, {}, {}));
    }

    EXPECT_EQ(join({client}, {}, {}).closes.size(), 1U);
}

}  // namespace
}  // namespace quaywatch
