// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_meter.h"

#include "tests/support/sockets/traffic_builder.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::closeOf;
using test::inboundFrom;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

constexpr PortId kHttp{80, Protocol::Tcp};

class TrafficMeterTest : public testing::Test {
protected:
    TrafficSample next(std::vector<SocketRecord> sockets, std::vector<SocketClose> closes = {})
    {
        machine.now += 1s;
        return machine.measure(std::move(sockets), std::move(closes));
    }

    test::PolledMachine machine;
};

TEST_F(TrafficMeterTest, DoesNotCountConnectionsOfTheFirstPoll)
{
    const TrafficSample sample = next({tcpListener(80).id(1), inboundFrom(5000, 100, 200)});

    EXPECT_FALSE(sample.from);
    EXPECT_EQ(sample.all.listeners, 1U);
    EXPECT_EQ(sample.all.connections, 1U);
    EXPECT_FALSE(sample.all.isActive());
}

TEST_F(TrafficMeterTest, CountsANewConnectionAndItsBytes)
{
    (void)next({tcpListener(80).id(1)});

    const TrafficSample sample = next({tcpListener(80).id(1), inboundFrom(5000, 100, 200)});

    EXPECT_EQ(sample.from, machine.now - 1s);
    EXPECT_EQ(sample.to, machine.now);
    EXPECT_EQ(sample.ports.at(kHttp), (TrafficCounts{1, 1, 1, 100, 200}));
    EXPECT_EQ(sample.all, (TrafficCounts{1, 1, 1, 100, 200}));
}

TEST_F(TrafficMeterTest, CountsTheGrowthOfCounters)
{
    (void)next({inboundFrom(5000, 100, 200)});

    const TrafficSample sample = next({inboundFrom(5000, 150, 1200)});

    EXPECT_EQ(sample.all, (TrafficCounts{0, 1, 0, 50, 1000}));
}

TEST_F(TrafficMeterTest, CountsAConnectionBetweenTwoPolls)
{
    (void)next({tcpListener(80).id(1)});

    const TrafficSample sample =
        next({tcpListener(80).id(1)}, {closeOf(inboundFrom(5000, 7, 8), false)});

    EXPECT_EQ(sample.ports.at(kHttp), (TrafficCounts{1, 0, 1, 7, 8}));
}

TEST_F(TrafficMeterTest, CountsTheBytesOfACloseBeyondTheLastRow)
{
    (void)next({inboundFrom(5000, 100, 200)});

    const TrafficSample sample = next({}, {closeOf(inboundFrom(5000, 130, 210), true)});

    EXPECT_EQ(sample.all, (TrafficCounts{0, 0, 0, 30, 10}));
}

TEST_F(TrafficMeterTest, CountsAConnectionThatLeavesATimeWaitOnce)
{
    (void)next({inboundFrom(5000, 100, 200)});
    SocketRecord remnant = inboundFrom(5000, 130, 210);
    remnant.state = SocketState::TimeWait;
    remnant.cookie = 77;

    const TrafficSample sample = next({remnant}, {closeOf(inboundFrom(5000, 130, 210), true)});

    EXPECT_EQ(sample.all, (TrafficCounts{0, 0, 0, 30, 10}));
}

TEST_F(TrafficMeterTest, CountsAConnectionSeenOnlyInTimeWaitOnce)
{
    (void)next({tcpListener(80).id(1)});
    SocketRecord remnant = inboundFrom(5000, 130, 210);
    remnant.state = SocketState::TimeWait;
    SocketClose closeEvent = closeOf(inboundFrom(5000, 130, 210), false);
    closeEvent.isMissingFromDiff = false;

    const TrafficSample sample = next({tcpListener(80).id(1), remnant}, {closeEvent});

    EXPECT_EQ(sample.all, (TrafficCounts{1, 0, 1, 130, 210}));
}

TEST_F(TrafficMeterTest, CountsAnotherConnectionBetweenTheSameEndsAsNew)
{
    (void)next({inboundFrom(5000, 100, 200)});
    SocketRecord other = inboundFrom(5000, 5, 6);
    other.cookie = 78;
    SocketClose closeEvent = closeOf(inboundFrom(5000, 100, 200), true);
    closeEvent.isMissingFromDiff = true;

    const TrafficSample sample = next({other}, {closeEvent});

    EXPECT_EQ(sample.all, (TrafficCounts{0, 1, 1, 5, 6}));
}

TEST_F(TrafficMeterTest, DoesNotCountARowThatATableMissedAsNew)
{
    (void)next({inboundFrom(5000, 1'000'000, 0)});
    (void)next({});

    const TrafficSample sample = next({inboundFrom(5000, 1'000'010, 0)});

    EXPECT_EQ(sample.all, (TrafficCounts{0, 1, 0, 10, 0}));
}

TEST_F(TrafficMeterTest, CountsAConnectionWithinTheMachineOnce)
{
    (void)next({tcpListener(80).id(1)});
    SocketRecord server = tcpConnection("127.0.0.1", 80, "127.0.0.1", 5000).id(2);
    server.direction = Direction::Inbound;
    const SocketRecord client = tcpConnection("127.0.0.1", 5000, "127.0.0.1", 80).id(3);

    const TrafficSample sample = next({tcpListener(80).id(1), server, client});

    EXPECT_EQ(sample.all.connections, 1U);
    EXPECT_EQ(sample.all.opened, 1U);
    EXPECT_EQ(sample.ports.size(), 1U) << "the kernel chooses the client's port";
}

TEST_F(TrafficMeterTest, CountsAPortWithSeveralSocketsOnceForTheMachine)
{
    const ProcessPtr nginx = test::process("nginx");

    const TrafficSample sample =
        next({tcpListener(80, "127.0.0.1").id(1).ownedBy(nginx),
              tcpListener(80, "127.0.0.2").id(2).ownedBy(nginx), udpBound(80).id(3)});

    EXPECT_EQ(sample.all.listeners, 2U);
    EXPECT_EQ(sample.ports.at(kHttp).listeners, 2U);
    EXPECT_EQ(sample.programs.at("/usr/bin/nginx").counts.listeners, 1U);
}

TEST_F(TrafficMeterTest, AssignsEndsToTheirProgram)
{
    (void)next({});
    SocketRecord out =
        tcpConnection("10.0.0.1", 5000, "10.0.0.9", 443).id(3).ownedBy(test::process("curl"));
    out.bytesSent = 12;

    const TrafficSample sample = next({out});

    const TrafficProgram& curl = sample.programs.at("/usr/bin/curl");
    EXPECT_EQ(curl.name, "curl");
    EXPECT_EQ(curl.counts, (TrafficCounts{0, 1, 1, 0, 12}));
    EXPECT_TRUE(sample.ports.empty());
}

TEST_F(TrafficMeterTest, IgnoresAUdpClientUntilItPersists)
{
    const SocketRecord client = udpBound(40000).id(1);
    const TrafficSample early = next({client});
    machine.now += 2min;

    const TrafficSample late = next({client});

    EXPECT_TRUE(early.ports.empty());
    EXPECT_EQ(late.ports.size(), 1U);
}

}  // namespace
}  // namespace quaywatch
