// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/classify.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

/// The direction of `connection` on a machine with that listener.
Direction directionWith(const SocketRecord& listener, const SocketRecord& connection)
{
    Snapshot snapshot = snapshotOf({listener, connection});
    classify(snapshot);
    for (const SocketRecord& row : snapshot.sockets) {
        if (row.key == connection.key) {
            return row.direction;
        }
    }
    return Direction::Listen;
}

const SocketRecord kConnection = tcpConnection("10.0.0.1", 8080, "10.0.0.2", 50000);
const SocketRecord kMapped = tcpConnection("::ffff:10.0.0.1", 8080, "::ffff:10.0.0.2", 50000);

TEST(Direction, IsInboundThroughAListenerOnTheWildcard)
{
    EXPECT_EQ(directionWith(tcpListener(8080), kConnection), Direction::Inbound);
}

TEST(Direction, IsInboundThroughAListenerOnTheSameAddress)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "10.0.0.1"), kConnection), Direction::Inbound);
}

TEST(Direction, IsThatOfTheKernelsCountersWhereTheyShowIt)
{
    SocketRecord opened = kConnection;
    opened.isOpener = true;
    SocketRecord accepted = kConnection;
    accepted.isOpener = false;

    EXPECT_EQ(directionWith(tcpListener(8080), opened), Direction::Outbound);
    EXPECT_EQ(directionWith(tcpListener(8081), accepted), Direction::Inbound);
}

TEST(Direction, IsOutboundWithAListenerOnAnotherAddress)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "127.0.0.1"), kConnection), Direction::Outbound);
}

TEST(Direction, IsOutboundWithAListenerOnAnotherPort)
{
    EXPECT_EQ(directionWith(tcpListener(8081), kConnection), Direction::Outbound);
}

TEST(Direction, IsOutboundWithAListenerOfAnotherProtocol)
{
    EXPECT_EQ(directionWith(udpBound(8080), kConnection), Direction::Outbound);
}

TEST(Direction, IsOutboundWithAListenerInAnotherNamespace)
{
    SocketBuilder listener = tcpListener(8080);
    listener.record().key.networkNamespace = 1;

    EXPECT_EQ(directionWith(listener, kConnection), Direction::Outbound);
}

TEST(Direction, IsInboundForAnIpv4ConnectionThroughADualStackListener)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "::").v6Only(false), kMapped), Direction::Inbound);
}

TEST(Direction, IsInboundForAHalfOpenIpv4RowThroughADualStackListener)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "::"), kConnection), Direction::Inbound);
}

TEST(Direction, IsOutboundForIpv4WithAV6OnlyListener)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "::").v6Only(true), kMapped), Direction::Outbound);
}

TEST(Direction, IsInboundForAMappedConnectionThroughAnIpv4MappedListener)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "::ffff:10.0.0.1"), kMapped), Direction::Inbound);
}

TEST(Direction, IsOutboundForIpv6WithAnIpv4Wildcard)
{
    EXPECT_EQ(
        directionWith(tcpListener(8080), tcpConnection("2001:db8::1", 8080, "2001:db8::2", 1)),
        Direction::Outbound);
}

TEST(Direction, IsInboundThroughALinkLocalListenerOfTheSameDevice)
{
    EXPECT_EQ(directionWith(tcpListener(8080, "fe80::1%2").device("eth0", 2),
                            tcpConnection("fe80::1%2", 8080, "fe80::2%2", 1).device("eth0", 2)),
              Direction::Inbound);
}

TEST(Direction, IsOutboundWithAListenerBoundToAnotherDevice)
{
    EXPECT_EQ(directionWith(tcpListener(8080).device("eth0", 2), kConnection), Direction::Outbound);
}

TEST(Direction, IsInboundForAUdpPeerOfABoundSocket)
{
    const SocketRecord peer = SocketBuilder(Protocol::Udp, SocketState::Connected)
                                  .local("10.0.0.1", 514)
                                  .remote("10.0.0.2", 50000);

    EXPECT_EQ(directionWith(udpBound(514), peer), Direction::Inbound);
}

TEST(Direction, IsDeterminedForEachEndOfALocalConnection)
{
    Snapshot snapshot = snapshotOf({tcpListener(8080, "127.0.0.1"),
                                    tcpConnection("127.0.0.1", 8080, "127.0.0.1", 50000),
                                    tcpConnection("127.0.0.1", 50000, "127.0.0.1", 8080)});

    classify(snapshot);

    EXPECT_EQ(snapshot.sockets[0].direction, Direction::Listen);
    EXPECT_EQ(snapshot.sockets[1].direction, Direction::Inbound);
    EXPECT_EQ(snapshot.sockets[2].direction, Direction::Outbound);
}

TEST(Direction, IsTheSameInTablesThatSeveralThreadsClassify)
{
    // The rows of port 8080 lie on both sides of a place where the table is divided.
    std::vector<SocketRecord> rows{tcpListener(8080)};
    for (unsigned peer = 0; peer < 20000; ++peer) {
        rows.push_back(tcpConnection("10.0.0.1", 8080, "10.1.0.1", static_cast<Port>(peer + 1)));
        rows.push_back(tcpConnection("10.0.0.1", static_cast<Port>(9000 + peer), "10.0.0.9", 443));
    }
    Snapshot snapshot = snapshotOf(std::move(rows));

    classify(snapshot);

    for (const SocketRecord& row : snapshot.sockets) {
        const Direction ofConnection =
            row.key.localPort == 8080 ? Direction::Inbound : Direction::Outbound;
        EXPECT_EQ(row.direction, row.isListener() ? Direction::Listen : ofConnection);
    }
}

TEST(Accepts, AgreesWithClassifyForOnePair)
{
    EXPECT_TRUE(accepts(tcpListener(8080, "::"), kMapped));
    EXPECT_FALSE(accepts(tcpListener(8080, "127.0.0.1"), kMapped));
    EXPECT_FALSE(accepts(tcpListener(8081), kConnection));
}

TEST(ExposureOf, FollowsTheAddress)
{
    EXPECT_EQ(exposureOf(tcpListener(80, "127.8.8.8")), Exposure::Loopback);
    EXPECT_EQ(exposureOf(tcpListener(80, "::1")), Exposure::Loopback);
    EXPECT_EQ(exposureOf(tcpListener(80, "169.254.1.1")), Exposure::LinkLocal);
    EXPECT_EQ(exposureOf(tcpListener(80, "fe80::1%2")), Exposure::LinkLocal);
    EXPECT_EQ(exposureOf(udpBound(67, "255.255.255.255")), Exposure::LinkLocal);
    EXPECT_EQ(exposureOf(tcpListener(80, "10.1.2.3")), Exposure::Private);
    EXPECT_EQ(exposureOf(tcpListener(80, "100.64.0.1")), Exposure::Private);
    EXPECT_EQ(exposureOf(tcpListener(80, "fd00::1")), Exposure::Private);
    EXPECT_EQ(exposureOf(tcpListener(80, "192.0.2.1")), Exposure::Public);
    EXPECT_EQ(exposureOf(tcpListener(80, "2001:db8::1")), Exposure::Public);
    EXPECT_EQ(exposureOf(udpBound(5353, "224.0.0.251")), Exposure::Multicast);
    EXPECT_EQ(exposureOf(udpBound(5353, "ff02::fb")), Exposure::Multicast);
    EXPECT_EQ(exposureOf(tcpListener(80, "0.0.0.0")), Exposure::All);
    EXPECT_EQ(exposureOf(tcpListener(80, "::")), Exposure::All);
}

TEST(ExposureOf, ReadsMappedAddressesAsIpv4)
{
    EXPECT_EQ(exposureOf(tcpListener(80, "::ffff:127.0.0.1")), Exposure::Loopback);
    EXPECT_EQ(exposureOf(tcpListener(80, "::ffff:10.0.0.1")), Exposure::Private);
    EXPECT_EQ(exposureOf(tcpListener(80, "::ffff:0.0.0.0")), Exposure::All);
}

TEST(ExposureOf, IsLoopbackOnTheLoopbackDevice)
{
    EXPECT_EQ(exposureOf(tcpListener(80).device("lo", 1)), Exposure::Loopback);
    EXPECT_EQ(exposureOf(tcpListener(80).device("eth0", 2)), Exposure::All);
}

TEST(ExposureOf, DoesNotTakeADeviceForLoopbackByItsName)
{
    SocketBuilder renamed = tcpListener(80).device("loop0", 1);
    renamed.record().isOnLoopbackDevice = true;
    SocketBuilder impostor = tcpListener(80).device("lo", 2);
    impostor.record().isOnLoopbackDevice = false;

    EXPECT_EQ(exposureOf(renamed), Exposure::Loopback);
    EXPECT_EQ(exposureOf(impostor), Exposure::All);
}

TEST(Classify, GivesNoExposureToATcpListenerThatNothingCanReach)
{
    Snapshot snapshot =
        snapshotOf({tcpListener(80, "224.0.0.5").id(1), tcpListener(81, "::ffff:224.0.0.5").id(2),
                    tcpListener(82, "255.255.255.255").id(3), udpBound(83, "224.0.0.5").id(4)});
    classify(snapshot);

    EXPECT_EQ(snapshot.sockets.at(0).exposure, std::nullopt);
    EXPECT_EQ(snapshot.sockets.at(1).exposure, std::nullopt);
    EXPECT_EQ(snapshot.sockets.at(2).exposure, std::nullopt);
    EXPECT_EQ(snapshot.sockets.at(3).exposure, Exposure::Multicast);
}

TEST(IsLocalConnection, IsTrueForLoopbackAndTheOwnAddress)
{
    EXPECT_TRUE(isLocalConnection(tcpConnection("127.0.0.1", 1, "127.0.0.2", 2)));
    EXPECT_TRUE(isLocalConnection(tcpConnection("10.0.0.1", 1, "10.0.0.1", 2)));
    EXPECT_TRUE(isLocalConnection(tcpConnection("::ffff:10.0.0.1", 1, "::ffff:10.0.0.1", 2)));
    EXPECT_FALSE(isLocalConnection(kConnection));
    EXPECT_FALSE(isLocalConnection(tcpListener(80, "127.0.0.1")));
}

/// The rows that are local connections, as texts.
std::vector<std::string> localOnesOf(std::vector<SocketRecord> rows)
{
    Snapshot snapshot = snapshotOf(std::move(rows));
    classify(snapshot);
    std::vector<std::string> local;
    for (const SocketRecord& row : snapshot.sockets) {
        if (isLocalConnection(row)) {
            local.push_back(toString(row.local()));
        }
    }
    return local;
}

TEST(IsLocalConnection, IsTrueIfTheOtherEndIsInTheTable)
{
    using Ends = std::vector<std::string>;
    const SocketRecord server = tcpConnection("10.9.0.1", 8080, "10.9.0.2", 50000);
    const SocketRecord mappedServer =
        tcpConnection("::ffff:10.9.0.1", 8080, "::ffff:10.9.0.2", 50000);
    const SocketRecord client = tcpConnection("10.9.0.2", 50000, "10.9.0.1", 8080);
    const SocketRecord other = tcpConnection("10.9.0.2", 50001, "10.9.0.1", 8081);
    SocketRecord elsewhere = client;
    elsewhere.key.networkNamespace = 1;

    EXPECT_EQ(localOnesOf({server, client}), (Ends{"10.9.0.1:8080", "10.9.0.2:50000"}));
    EXPECT_EQ(localOnesOf({mappedServer, client}),
              (Ends{"[::ffff:10.9.0.1]:8080", "10.9.0.2:50000"}));
    EXPECT_EQ(localOnesOf({server, other}), Ends{});
    EXPECT_EQ(localOnesOf({server, elsewhere}), Ends{});
    EXPECT_EQ(localOnesOf({server}), Ends{});
}

TEST(ListedDirection, IsByTheListenersWhicheverEndOpenedTheConnection)
{
    Snapshot snapshot =
        snapshotOf({tcpListener(8080).id(1), tcpConnection("10.0.0.1", 8080, "10.0.0.2", 443).id(2),
                    tcpConnection("10.0.0.1", 9090, "10.0.0.2", 50000).id(3)});
    for (SocketRecord& row : snapshot.sockets) {
        if (!row.isListener()) {
            row.isOpener = row.key.localPort == 8080;
        }
    }

    classify(snapshot);

    EXPECT_EQ(listedDirection(snapshot.sockets[0]), Direction::Listen);
    for (const SocketRecord& row : snapshot.sockets) {
        if (row.key.localPort == 9090) {
            EXPECT_EQ(row.direction, Direction::Inbound) << "the other end opened it";
            EXPECT_EQ(listedDirection(row), Direction::Outbound) << "no listener";
        } else if (!row.isListener()) {
            EXPECT_EQ(row.direction, Direction::Outbound) << "this end opened it";
            EXPECT_EQ(listedDirection(row), Direction::Inbound) << "a listener has its port";
        }
    }
}

}  // namespace
}  // namespace quaywatch
