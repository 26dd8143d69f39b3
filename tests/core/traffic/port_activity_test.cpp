// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/port_activity.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <chrono>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::tcpConnection;
using test::udpBound;

constexpr std::chrono::system_clock::time_point kWatchStart{1'000'000s};

SocketClose closeOf(SocketRecord socket, Direction direction)
{
    SocketClose closeEvent;
    closeEvent.at = kWatchStart + 1s;
    closeEvent.isConnection = socket.hasRemote();
    closeEvent.socket = std::move(socket);
    closeEvent.socket.direction = direction;
    return closeEvent;
}

SocketClose httpClose(std::uint64_t received = 0, std::uint64_t sent = 0)
{
    SocketClose closeEvent =
        closeOf(tcpConnection("10.0.0.1", 80, "10.0.0.9", 50000), Direction::Inbound);
    closeEvent.socket.bytesReceived = received;
    closeEvent.socket.bytesSent = sent;
    return closeEvent;
}

SnapshotUpdate updateOf(std::vector<SocketClose> closes)
{
    SnapshotUpdate update;
    Snapshot after;
    after.takenAt = kWatchStart;
    update.after = std::make_shared<const Snapshot>(std::move(after));
    update.closes = std::make_shared<const CloseBatch>(CloseBatch{std::move(closes), {}});
    return update;
}

TEST(PortActivity, SumsUpInboundConnectionsOfAPort)
{
    PortActivity activity;
    activity.add(updateOf({httpClose(100, 2000)}));
    activity.add(updateOf({httpClose(10, 200), httpClose(1, 20)}));

    const PortCounts* counts = activity.at(80, Protocol::Tcp);

    ASSERT_NE(counts, nullptr);
    EXPECT_EQ(counts->closed, 3U);
    EXPECT_EQ(counts->bytesReceived, 111U);
    EXPECT_EQ(counts->bytesSent, 2220U);
    EXPECT_EQ(counts->lastAt, kWatchStart + 1s);
    EXPECT_EQ(activity.since(), kWatchStart);
}

TEST(PortActivity, IsEmptyForAnIdlePortAndSeparatesProtocols)
{
    PortActivity activity;
    activity.add(updateOf({httpClose()}));

    EXPECT_EQ(activity.at(81, Protocol::Tcp), nullptr);
    EXPECT_EQ(activity.at(80, Protocol::Udp), nullptr);
}

TEST(PortActivity, OmitsOutboundConnectionsAndListeners)
{
    PortActivity activity;
    activity.add(
        updateOf({closeOf(tcpConnection("10.0.0.1", 40000, "10.0.0.9", 443), Direction::Outbound),
                  closeOf(test::tcpListener(8080), Direction::Listen)}));

    EXPECT_EQ(activity.at(40000, Protocol::Tcp), nullptr);
    EXPECT_EQ(activity.at(8080, Protocol::Tcp), nullptr);
}

TEST(PortActivity, CountsBoundUdpSockets)
{
    PortActivity activity;
    activity.add(updateOf({closeOf(udpBound(5353), Direction::Listen)}));

    EXPECT_EQ(activity.at(5353, Protocol::Udp)->closed, 1U);
}

TEST(PortActivity, UsesTheMinimumLifetimeOfTheShortest)
{
    SocketClose seen = httpClose();
    seen.lifetime = 5s;
    SocketClose unseen = httpClose();
    unseen.lifetimeAtMost = 20ms;
    PortActivity activity;
    activity.add(updateOf({seen}));
    EXPECT_EQ(activity.at(80, Protocol::Tcp)->shortest, 5s);

    activity.add(updateOf({unseen, httpClose()}));

    EXPECT_EQ(activity.at(80, Protocol::Tcp)->shortest, 20ms);
}

TEST(PortActivity, ReportsWhetherItCountsAndHowOftenItFailed)
{
    PortActivity activity;
    SnapshotUpdate blind = updateOf({});
    blind.closes = nullptr;
    activity.add(blind);
    EXPECT_FALSE(activity.isCounting());
    SnapshotUpdate lossy = updateOf({});
    lossy.closes = std::make_shared<const CloseBatch>(
        CloseBatch{{}, {{kWatchStart, kWatchStart + 1s, 120, "too fast", ""}}});

    activity.add(lossy);

    EXPECT_TRUE(activity.isCounting());
    EXPECT_EQ(activity.gapCount(), 1U);
}

TEST(PortActivity, StaysBoundedAndKeepsTheWellKnownPorts)
{
    PortActivity activity;
    std::vector<SocketClose> closes{httpClose()};
    for (std::size_t i = 0; i < PortActivity::kMaxPorts; ++i) {
        SocketClose closeEvent = closeOf(udpBound(static_cast<Port>(20000 + i)), Direction::Listen);
        closeEvent.at += std::chrono::milliseconds(i);
        closes.push_back(closeEvent);
    }

    activity.add(updateOf(std::move(closes)));

    EXPECT_NE(activity.at(80, Protocol::Tcp), nullptr) << "though it was idle longest";
    EXPECT_EQ(activity.at(20000, Protocol::Udp), nullptr);
    EXPECT_NE(activity.at(static_cast<Port>(20000 + PortActivity::kMaxPorts - 1), Protocol::Udp),
              nullptr);
}

}  // namespace
}  // namespace quaywatch
