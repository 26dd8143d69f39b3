// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_scale.h"

#include <gtest/gtest.h>
#include <QDateTime>

#include <cmath>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 kMinute = 60 * 1000;

/// That local time on 20 May 2026.
qint64 at(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 5, 20), QTime(hour, minute, second)).toMSecsSinceEpoch();
}

QStringList textsOf(const QList<ChartTick>& ticks)
{
    QStringList texts;
    for (const ChartTick& tick : ticks) {
        texts.append(tick.text);
    }
    return texts;
}

TEST(ChartScale, HasWholeStepsForSmallCounts)
{
    EXPECT_EQ(textsOf(ChartScale::valueTicks(1, ChartUnit::Count)),
              (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
}

TEST(ChartScale, HasRoundStepsUpToTheShownMaximum)
{
    for (const double most : {0.0, 3.0, 4.1, 7.0, 12.0, 99.0, 101.0, 5432.0, 1e6, 1.7e12}) {
        for (const ChartUnit unit : {ChartUnit::Count, ChartUnit::BytesPerSecond}) {
            const QList<ChartTick> ticks = ChartScale::valueTicks(most, unit);

            EXPECT_EQ(ticks.front().at, 0);
            EXPECT_GE(ticks.back().at, most);
            EXPECT_LE(ticks.size(), 6) << most;
            EXPECT_GE(ticks.size(), 3) << most;
        }
    }
}

TEST(ChartScale, ShowsByteRatesInTheirUnit)
{
    EXPECT_EQ(textsOf(ChartScale::valueTicks(1'700'000, ChartUnit::BytesPerSecond)),
              (QStringList{u"0"_s, u"500 kB/s"_s, u"1 MB/s"_s, u"1.5 MB/s"_s, u"2 MB/s"_s}));
    EXPECT_EQ(ChartScale::valueText(0, ChartUnit::BytesPerSecond), u"0 B/s"_s);
    EXPECT_EQ(ChartScale::valueText(999.7, ChartUnit::BytesPerSecond), u"1 kB/s"_s);
    EXPECT_EQ(ChartScale::valueText(12'345, ChartUnit::BytesPerSecond), u"12.3 kB/s"_s);
}

TEST(ChartScale, ShowsConnectionsPerMinuteWithoutNeedlessDecimals)
{
    EXPECT_EQ(ChartScale::valueText(4, ChartUnit::PerMinute), u"4 per minute"_s);
    EXPECT_EQ(ChartScale::valueText(4.5, ChartUnit::PerMinute), u"4.5 per minute"_s);
}

TEST(ChartScale, MarksRoundLocalTimesOfAnHour)
{
    EXPECT_EQ(
        textsOf(ChartScale::timeTicks(at(8, 5), at(9, 5))),
        (QStringList{u"08:10"_s, u"08:20"_s, u"08:30"_s, u"08:40"_s, u"08:50"_s, u"09:00"_s}));
}

TEST(ChartScale, MarksAtMostEightTimesForAnySpan)
{
    for (qint64 minutes = 1; minutes <= 24 * 60; ++minutes) {
        const QList<ChartTick> ticks =
            ChartScale::timeTicks(at(8, 5, 30), at(8, 5, 30) + minutes * kMinute);

        EXPECT_LE(ticks.size(), 8) << minutes;
        EXPECT_GE(ticks.size(), minutes >= 5 ? 3 : 0) << minutes;
    }
}

}  // namespace
}  // namespace quaywatch
