// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/classify.h"
#include "tests/support/sockets/close_scene.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::connectionOut;
using test::destroyed;
using test::inTimeWait;
using test::tcpConnection;
using test::tcpListener;

class EndsOfClosedConnections : public test::CloseScene {};

/// As newer kernels show it: with the cookie of the socket that has ended.
SocketRecord inTimeWaitWithCookie(const SocketRecord& row)
{
    SocketRecord left = inTimeWait(row);
    left.cookie = row.cookie;
    return left;
}

TEST_F(EndsOfClosedConnections, DoesNotTakeATimeWaitWithTheCookieOfItsSocketForTheSocket)
{
    const SocketRecord open = connectionOut();

    const CloseBatch batch = join({destroyed(open, 7, 9)}, {open}, {inTimeWaitWithCookie(open)});

    ASSERT_EQ(batch.closes.size(), 1U) << "the event does not wait";
    EXPECT_FALSE(batch.closes[0].isMissingFromDiff);
    EXPECT_EQ(m_update.after->sockets.at(0).bytesReceived, 7U);
}

TEST_F(EndsOfClosedConnections, ReportsNoSecondCloseIfTheDescriptorIsClosedDuringTimeWait)
{
    const SocketRecord open = connectionOut();
    const SocketRecord left = inTimeWaitWithCookie(open);

    (void)join({}, {open}, {left});
    for (int poll = 0; poll < 5; ++poll) {
        (void)join({}, {left}, {left});
    }
    const CloseBatch late = join({destroyed(open, 7, 9)}, {left}, {left});

    EXPECT_FALSE(late.closes.at(0).isMissingFromDiff);
}

TEST_F(EndsOfClosedConnections, ReportsNoSecondCloseIfTheDescriptorIsClosedAfterTimeWait)
{
    const SocketRecord open = connectionOut();
    const SocketRecord left = inTimeWaitWithCookie(open);

    (void)join({}, {open}, {left});
    (void)join({}, {left}, {});
    for (int poll = 0; poll < 5; ++poll) {
        (void)join({}, {}, {});
    }
    const CloseBatch late = join({destroyed(open, 7, 9)}, {}, {});

    EXPECT_FALSE(late.closes.at(0).isMissingFromDiff);
    EXPECT_TRUE(late.closes[0].wasSeen);
}

TEST_F(EndsOfClosedConnections, GivesATimeWaitTheFinalCountersOfASocketThatWasSeen)
{
    SocketRecord open = connectionOut();
    open.bytesReceived = 1;
    open.bytesSent = 2;
    SocketRecord left = inTimeWaitWithCookie(open);
    left.bytesReceived = open.bytesReceived;  // As the sampler carries them over.
    left.bytesSent = open.bytesSent;

    (void)join({destroyed(open, 7, 9)}, {open}, {left});

    EXPECT_EQ(m_update.after->sockets.at(0).bytesReceived, 7U);
    EXPECT_EQ(m_update.after->sockets[0].bytesSent, 9U);
}

TEST_F(EndsOfClosedConnections, KnowsAConnectionThatAListenerOfTheSameBatchAccepted)
{
    const SocketRecord server = tcpConnection("127.0.0.1", 9311, "127.0.0.1", 45308).id(6);

    const CloseBatch batch =
        join({destroyed(server, 10, 0), destroyed(tcpListener(9311, "127.0.0.1").id(7))}, {}, {});

    EXPECT_EQ(batch.closes.at(0).socket.direction, Direction::Inbound);
}

TEST_F(EndsOfClosedConnections, DoesNotGiveAConnectionToAClosedListenerOfAnotherAddress)
{
    const SocketRecord server = tcpConnection("127.0.0.1", 9311, "127.0.0.1", 45308).id(6);

    const CloseBatch batch =
        join({destroyed(server, 10, 0), destroyed(tcpListener(9311, "10.0.0.1").id(7))}, {}, {});

    EXPECT_EQ(batch.closes.at(0).socket.direction, Direction::Outbound);
    EXPECT_FALSE(batch.closes[0].socket.isOpener);
}

TEST_F(EndsOfClosedConnections, KnowsTheAcceptingEndByTheOtherEnd)
{
    DestroyedSocket client =
        destroyed(tcpConnection("10.9.0.2", 40000, "10.9.0.1", 80).id(5), 4, 5);
    client.ackedControlBits = 2;
    const DestroyedSocket server =
        destroyed(tcpConnection("::ffff:10.9.0.1", 80, "::ffff:10.9.0.2", 40000).id(6), 5, 3);

    const CloseBatch batch = join({server, client}, {}, {});

    EXPECT_EQ(batch.closes.at(0).socket.direction, Direction::Inbound);
    EXPECT_EQ(batch.closes[0].socket.isOpener, false);
    EXPECT_EQ(batch.closes.at(1).socket.isOpener, true);
    EXPECT_TRUE(isLocalConnection(batch.closes[0].socket));
    EXPECT_TRUE(isLocalConnection(batch.closes[1].socket));
}

}  // namespace
}  // namespace quaywatch
