// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_minutes.h"

#include "core/traffic/traffic_series.h"
#include "tests/support/sockets/traffic_builder.h"

#include <gtest/gtest.h>

#include <string>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::kNoon;
using test::sampleOf;

constexpr PortId kWebPort{80, Protocol::Tcp};
constexpr std::int64_t kNoonMinute = std::int64_t{24 * 20000 + 12} * 60;

TEST(TrafficMinutes, ReturnsAMinuteOnceItHasEnded)
{
    TrafficMinutes minutes;
    minutes.add(sampleOf(kNoon + 30s, 30s, {3, 2, 4, 100, 10}));
    EXPECT_TRUE(minutes.takeFinished().empty());
    minutes.add(sampleOf(kNoon + 60s, 30s, {2, 5, 1, 200, 20}));

    const auto reported = minutes.takeFinished();

    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].minute, kNoonMinute);
    EXPECT_EQ(reported[0].all.covered, 60);
    EXPECT_EQ(reported[0].all.listeners, 3U) << "at most";
    EXPECT_EQ(reported[0].all.connections, 5U);
    EXPECT_EQ(reported[0].all.opened, 5);
    EXPECT_EQ(reported[0].all.received, 300);
    EXPECT_EQ(reported[0].all.sent, 30);
    EXPECT_TRUE(minutes.takeFinished().empty());
}

TEST(TrafficMinutes, SpreadsAPollOverTheMinutesItSpans)
{
    TrafficMinutes minutes;
    minutes.add(sampleOf(kNoon + 90s, 60s, {1, 0, 4, 600, 0}));

    const auto reported = minutes.takeAll();

    ASSERT_EQ(reported.size(), 2U);
    EXPECT_EQ(reported[0].all.covered, 30);
    EXPECT_EQ(reported[0].all.received, 300);
    EXPECT_EQ(reported[1].all.opened, 2);
    EXPECT_EQ(reported[1].all.listeners, 1U);
}

TEST(TrafficMinutes, HasNothingForUnwatchedTime)
{
    TrafficMinutes minutes;
    minutes.add(sampleOf(kNoon + 1s, 1s));
    minutes.add(sampleOf(kNoon + 8h, 8h, {1, 1, 1, 1000, 1000}));
    minutes.add(sampleOf(kNoon + 8h + 1s, 1s));

    const auto reported = minutes.takeAll();

    ASSERT_EQ(reported.size(), 2U);
    EXPECT_EQ(reported[0].all.covered, 1);
    EXPECT_EQ(reported[1].minute, kNoonMinute + 480);
    EXPECT_EQ(reported[1].all.received, 0) << "the time of these bytes is unknown";
}

TEST(TrafficMinutes, HasNothingForTheFirstPoll)
{
    TrafficMinutes minutes;
    TrafficSample first;
    first.to = kNoon;
    first.all.listeners = 7;
    minutes.add(first);

    EXPECT_TRUE(minutes.takeAll().empty());
}

TEST(TrafficMinutes, SeparatesPortsAndPrograms)
{
    TrafficMinutes minutes;
    TrafficSample sample = sampleOf(kNoon + 1s, 1s);
    sample.ports[kWebPort] = {1, 2, 3, 4, 5};
    sample.programs["/usr/sbin/nginx"] = {"nginx", {6, 7, 8, 9, 10}};
    minutes.add(sample);

    const auto reported = minutes.takeAll();

    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].ports.at(kWebPort).received, 4);
    EXPECT_EQ(reported[0].programs.at("/usr/sbin/nginx").opened, 8);
    EXPECT_FALSE(reported[0].hasMorePorts);
}

TEST(TrafficMinutes, KeepsTheBusiestAndReportsThatThereWereMore)
{
    TrafficMinutes minutes;
    TrafficSample sample = sampleOf(kNoon + 1s, 1s);
    for (Port port = 1; port <= 1000; ++port) {
        sample.ports[{port, Protocol::Tcp}] = {1, 0, 0, port, 0};
        sample.programs[std::to_string(port)] = {"p", {1, 0, port, 0, 0}};
    }
    minutes.add(sample);

    const auto reported = minutes.takeAll();

    EXPECT_TRUE(reported[0].hasMorePorts);
    EXPECT_TRUE(reported[0].hasMorePrograms);
    EXPECT_EQ(reported[0].ports.size(), TrafficMinutes::kMaxPorts);
    EXPECT_EQ(reported[0].programs.size(), TrafficMinutes::kMaxPrograms);
    EXPECT_TRUE(reported[0].ports.contains({1000, Protocol::Tcp}));
    EXPECT_FALSE(reported[0].ports.contains({1, Protocol::Tcp}));
}

TEST(TrafficMinutes, AClockSetBackFinishesTheMinute)
{
    TrafficMinutes minutes;
    minutes.add(sampleOf(kNoon + 10s, 1s));
    TrafficSample back;
    back.from = kNoon + 10s;
    back.to = kNoon - 1h;
    minutes.add(back);

    EXPECT_EQ(minutes.takeFinished().size(), 1U);
}

TEST(TrafficMinutes, AgreeWithTheLiveSeries)
{
    TrafficMinutes minutes;
    TrafficSeries series;
    for (int second = 1; second <= 60; ++second) {
        const auto bytes = static_cast<std::uint64_t>(second) * 100;
        const TrafficSample sample = sampleOf(kNoon + second * 1s, 1s, {3, 2, 1, bytes, bytes});
        minutes.add(sample);
        series.add(sample);
    }

    const TrafficBucket minute = minutes.takeFinished().at(0).all;
    std::vector<TrafficPoint> points = series.points({}, TrafficRange::Hour);
    points.pop_back();  // of the next step, which has just started
    double live = 0;
    for (const TrafficPoint& point : points) {
        live += point.isKnown && point.at > kNoon ? point.receivedPerSecond * 15 : 0;
    }

    EXPECT_NEAR(minute.received, live, 0.01);
}

}  // namespace
}  // namespace quaywatch
