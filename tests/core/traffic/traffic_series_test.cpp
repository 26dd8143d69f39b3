// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/traffic_series.h"

#include "tests/support/sockets/traffic_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace quaywatch {
namespace {

using namespace std::chrono_literals;
using test::kNoon;
using test::sampleOf;

constexpr PortId kHttpPort{80, Protocol::Tcp};
constexpr TrafficCounts kBusy{2, 3, 1, 1000, 500};

class TrafficSeriesTest : public testing::Test {
protected:
    /// One sample per second, up to a time.
    void watchUntil(std::chrono::system_clock::time_point end, const TrafficCounts& counts = kBusy)
    {
        while (now < end) {
            now += 1s;
            series.add(sampleOf(now, 1s, counts));
        }
    }
    void addPort(const PortId& port, const TrafficCounts& counts)
    {
        now += 1s;
        TrafficSample sample = sampleOf(now, 1s);
        sample.ports[port] = counts;
        series.add(sample);
    }
    [[nodiscard]] std::vector<TrafficPoint> all(TrafficRange range = TrafficRange::Hour) const
    {
        return series.points({}, range);
    }
    [[nodiscard]] std::size_t knownCount(TrafficRange range = TrafficRange::Hour) const
    {
        const std::vector<TrafficPoint> points = all(range);
        return static_cast<std::size_t>(std::count_if(
            points.begin(), points.end(), [](const TrafficPoint& point) { return point.isKnown; }));
    }
    [[nodiscard]] TrafficPoint pointAt(std::chrono::system_clock::time_point at,
                                       const TrafficScope& subject = {}) const
    {
        for (const TrafficPoint& point : series.points(subject, TrafficRange::Hour)) {
            if (point.at == at) {
                return point;
            }
        }
        ADD_FAILURE() << "no such point";
        return {};
    }

    std::chrono::system_clock::time_point now = kNoon;
    TrafficSeries series;
};

TEST_F(TrafficSeriesTest, IsEmptyBeforeTheFirstSample)
{
    EXPECT_TRUE(all().empty());
    EXPECT_FALSE(series.now());
}

TEST_F(TrafficSeriesTest, ReturnsTheRatesOfEachStep)
{
    watchUntil(kNoon + 1min);

    const TrafficPoint point = pointAt(kNoon + 30s);
    EXPECT_TRUE(point.isKnown);
    EXPECT_EQ(point.listeners, 2U);
    EXPECT_EQ(point.connections, 3U);
    EXPECT_NEAR(point.openedPerMinute, 60, 1e-6);
    EXPECT_NEAR(point.receivedPerSecond, 1000, 1e-6);
    EXPECT_NEAR(point.sentPerSecond, 500, 1e-6);
}

TEST_F(TrafficSeriesTest, ReportsTimeBeforeTheStartAsUnknown)
{
    watchUntil(kNoon + 1min);

    EXPECT_EQ(all().size(), 241U);
    EXPECT_EQ(knownCount(), 5U) << "four steps and the current one";
}

TEST_F(TrafficSeriesTest, SpreadsALongIntervalOverItsSteps)
{
    series.add(sampleOf(kNoon + 30s, 30s, {0, 0, 30, 0, 0}));
    series.add(sampleOf(kNoon + 1min, 30s));

    EXPECT_NEAR(pointAt(kNoon + 15s).openedPerMinute, 60, 1e-6);
    EXPECT_NEAR(pointAt(kNoon + 30s).openedPerMinute, 60, 1e-6);
    EXPECT_NEAR(pointAt(kNoon + 45s).openedPerMinute, 0, 1e-6);
}

TEST_F(TrafficSeriesTest, KeepsTheLastPointSteadyWhenAStepStarts)
{
    watchUntil(kNoon + 45s);
    TrafficCounts quiet = kBusy;
    quiet.opened = 0;
    watchUntil(kNoon + 46s, quiet);

    const TrafficPoint last = all().back();

    EXPECT_EQ(last.at, now);
    EXPECT_NEAR(last.openedPerMinute, 60.0 * 14 / 15, 1e-6);
}

TEST_F(TrafficSeriesTest, KeepsTheDayInCoarseSteps)
{
    watchUntil(kNoon + 10min);

    const std::vector<TrafficPoint> day = all(TrafficRange::Day);

    EXPECT_EQ(day.size(), 289U);
    EXPECT_NEAR(day.at(day.size() - 2).receivedPerSecond, 1000, 1e-6);
}

TEST_F(TrafficSeriesTest, LeavesAGapWhereTheMachineSlept)
{
    watchUntil(kNoon + 1min);
    now += 10min;
    series.add(sampleOf(now, 10min, {2, 3, 5000, 1'000'000'000, 0}));
    watchUntil(now + 1min);

    EXPECT_FALSE(pointAt(kNoon + 5min).isKnown);
    for (const TrafficPoint& point : all()) {
        EXPECT_LE(point.receivedPerSecond, 1000.1) << "bytes of the gap are in no step";
    }
    EXPECT_EQ(knownCount(), 4U + 4U + 1U);
}

TEST_F(TrafficSeriesTest, LeavesNoGapForALongButUsualInterval)
{
    for (int i = 1; i <= 3; ++i) {
        series.add(sampleOf(kNoon + i * 10min, 10min, kBusy));
    }

    EXPECT_FALSE(pointAt(kNoon + 5min).isKnown);
    EXPECT_TRUE(pointAt(kNoon + 15min).isKnown);
}

TEST_F(TrafficSeriesTest, DropsFutureSamplesWhenTheClockIsSetBack)
{
    watchUntil(kNoon + 30min);
    now = kNoon + 10min;
    series.add(sampleOf(now, -20min, kBusy));
    watchUntil(kNoon + 12min, {});

    EXPECT_EQ(all().back().at, kNoon + 12min);
    EXPECT_TRUE(pointAt(kNoon + 9min).isKnown);
    // The old steps do not return when the clock reaches that time again.
    now = kNoon + 25min;
    series.add(sampleOf(now, 13min));
    EXPECT_FALSE(pointAt(kNoon + 20min).isKnown);
}

TEST_F(TrafficSeriesTest, ReportsAnIdlePortAsZeroAndNotAsUnknown)
{
    addPort(kHttpPort, kBusy);
    watchUntil(kNoon + 1min);

    const TrafficPoint point = pointAt(kNoon + 45s, kHttpPort);
    EXPECT_TRUE(point.isKnown);
    EXPECT_EQ(point.openedPerMinute, 0);
    EXPECT_EQ(series.points(kHttpPort, TrafficRange::Hour).back().listeners, 0U);
}

TEST_F(TrafficSeriesTest, ReportsTimeBeforeAPortAppearedAsUnknown)
{
    watchUntil(kNoon + 1min);
    addPort(kHttpPort, kBusy);
    watchUntil(kNoon + 2min);

    EXPECT_FALSE(pointAt(kNoon + 1min, kHttpPort).isKnown);
    EXPECT_TRUE(pointAt(kNoon + 75s, kHttpPort).isKnown);
}

TEST_F(TrafficSeriesTest, DropsThePortThatWasIdleLongest)
{
    for (std::size_t i = 0; i < TrafficSeries::kMaxPorts; ++i) {
        addPort({static_cast<Port>(1000 + i), Protocol::Tcp}, kBusy);
    }
    addPort({1000, Protocol::Tcp}, kBusy);
    now += 2min;
    addPort(kHttpPort, kBusy);

    EXPECT_EQ(series.ports().size(), TrafficSeries::kMaxPorts);
    EXPECT_NE(series.trendOf(kHttpPort), nullptr);
    EXPECT_NE(series.trendOf({1000, Protocol::Tcp}), nullptr);
    EXPECT_EQ(series.trendOf({1001, Protocol::Tcp}), nullptr);
}

TEST_F(TrafficSeriesTest, DropsNoPortForAnIdleOne)
{
    for (std::size_t i = 0; i < TrafficSeries::kMaxPorts; ++i) {
        addPort({static_cast<Port>(1000 + i), Protocol::Tcp}, kBusy);
    }
    addPort(kHttpPort, {1, 0, 0, 0, 0});

    EXPECT_EQ(series.trendOf(kHttpPort), nullptr);
    EXPECT_EQ(series.ports().size(), TrafficSeries::kMaxPorts);
}

TEST_F(TrafficSeriesTest, DropsNoActivePort)
{
    now += 1s;
    TrafficSample sample = sampleOf(now, 1s);
    for (std::size_t i = 0; i < TrafficSeries::kMaxPorts; ++i) {
        sample.ports[{static_cast<Port>(1000 + i), Protocol::Tcp}] = kBusy;
    }
    series.add(sample);
    addPort(kHttpPort, kBusy);

    EXPECT_EQ(series.trendOf(kHttpPort), nullptr);
}

TEST_F(TrafficSeriesTest, KeepsALimitedNumberOfPrograms)
{
    now += 1s;
    TrafficSample sample = sampleOf(now, 1s);
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "p" + std::to_string(i);
        sample.programs["/bin/" + name] = {name, kBusy};
    }
    series.add(sample);

    EXPECT_EQ(series.programs().size(), TrafficSeries::kMaxPrograms);
}

TEST_F(TrafficSeriesTest, CountsTheConnectionsOfEachMinuteForATrend)
{
    addPort(kHttpPort, {1, 0, 5, 0, 0});
    watchUntil(kNoon + 5min);
    addPort(kHttpPort, {1, 0, 2, 0, 0});

    const PortTrend* trend = series.trendOf(kHttpPort);

    ASSERT_NE(trend, nullptr);
    EXPECT_EQ(trend->lastMinute(), 2U);
    EXPECT_EQ(std::accumulate(trend->opened.begin(), trend->opened.end(), 0U), 7U);
    EXPECT_EQ(trend->isKnown.count(), 6U);
}

TEST_F(TrafficSeriesTest, RenumbersTheScopesOnlyWhenTheyChange)
{
    addPort(kHttpPort, kBusy);
    const std::uint64_t revision = series.subjectsRevision();
    addPort(kHttpPort, kBusy);
    EXPECT_EQ(series.subjectsRevision(), revision);

    addPort({443, Protocol::Tcp}, kBusy);

    EXPECT_NE(series.subjectsRevision(), revision);
}

TEST_F(TrafficSeriesTest, KeepsOnlyTheLastGaps)
{
    for (int i = 0; i < 100; ++i) {
        now += 1s;
        TrafficSample sample = sampleOf(now, 1s);
        sample.gaps.push_back({now - 1s, now, 3, "too many at once", ""});
        series.add(sample);
    }

    EXPECT_EQ(series.gaps().size(), 32U);
    EXPECT_EQ(series.gaps().back().to, now);
}

}  // namespace
}  // namespace quaywatch
