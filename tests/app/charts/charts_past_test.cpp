// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/charts_past.h"

#include "app/charts/chart_plot.h"
#include "app/charts/time_chart.h"
#include "app/gui/charts/charts_page.h"
#include "app/gui/charts/subject_box.h"
#include "app/history/history_controller.h"
#include "tests/support/sockets/traffic_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Chart = ChartsPage::Chart;
using test::kNoon;

constexpr PortId kHttpPort{80, Protocol::Tcp};

std::int64_t minuteOf(HistoryTime time)
{
    return toMilliseconds(time) / 60'000;
}

TEST(ChartsPast, GivesEachQuarterMinuteTheRateOfItsMinute)
{
    const ChartsPast past({{minuteOf(kNoon), 60, 3, 5, 12, 600, 60}});
    const ChartsPast::Step step = past.step(kNoon + 15s, 15s);

    EXPECT_EQ(step.connections, 5.0);
    EXPECT_EQ(step.openedPerMinute, 12.0);
    EXPECT_EQ(step.receivedPerSecond, 10.0);
    EXPECT_EQ(step.sentPerSecond, 1.0);
    EXPECT_EQ(past.step(kNoon + 60s, 15s).openedPerMinute, 12.0);
    EXPECT_FALSE(past.step(kNoon + 75s, 15s).isKnown());
    EXPECT_FALSE(past.step(kNoon, 15s).isKnown());
}

TEST(ChartsPast, MergesMinutesToTheMeanRateAndTheMaximumOpen)
{
    const ChartsPast past(
        {{minuteOf(kNoon), 60, 3, 9, 12, 60, 0}, {minuteOf(kNoon) + 2, 60, 5, 1, 0, 0, 0}});
    const ChartsPast::Step step = past.step(kNoon + 5min, 5min);

    EXPECT_EQ(step.openedPerMinute, 6.0) << "of the known minutes";
    EXPECT_EQ(step.receivedPerSecond, 0.5);
    EXPECT_EQ(step.listeners, 5.0);
    EXPECT_EQ(step.connections, 9.0);
}

TEST(ChartsPast, DividesByTheWatchedSecondsOnly)
{
    const ChartsPast past({{minuteOf(kNoon), 10, 1, 1, 1, 100, 0}});

    EXPECT_EQ(past.step(kNoon + 60s, 60s).openedPerMinute, 6.0);
    EXPECT_EQ(past.step(kNoon + 60s, 60s).receivedPerSecond, 10.0);
}

TEST(ChartsPast, LeavesUnknownValuesUnknown)
{
    const ChartsPast past({{minuteOf(kNoon), 60, {}, {}, 12, {}, {}}});
    const ChartsPast::Step step = past.step(kNoon + 60s, 60s);

    EXPECT_FALSE(step.listeners.has_value());
    EXPECT_FALSE(step.receivedPerSecond.has_value());
    EXPECT_EQ(step.openedPerMinute, 12.0);
}

const std::string kNginxPath = "/usr/sbin/nginx";

/// A page with a history from 11:30 to 11:55: one port listens, and from 11:50 on also a port of
/// nginx, which gets 80 connections and 6,000 bytes per minute.
class ChartsPagePastTest : public testing::Test {
protected:
    void SetUp() override
    {
        writePast();
        history = std::make_unique<HistoryController>(path(), [this] { return now; });
        QSignalSpy answers(history.get(), &HistoryController::pastReady);
        page = std::make_unique<ChartsPage>(series, history.get());
        page->resize(1000, 700);
        page->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        ASSERT_TRUE(answers.count() > 0 || answers.wait(5000));
    }
    void TearDown() override
    {
        page.reset();
        history.reset();
    }
    [[nodiscard]] QString path() const { return QString::fromStdString(dir.path("h.sqlite")); }
    void writePast() const
    {
        HistoryStore store(path());
        ASSERT_TRUE(store.open(kNoon - 30min).has_value());
        ASSERT_TRUE(store.beginRun(kNoon - 30min).has_value());
        HistoryBatch batch;
        for (std::int64_t number = minuteOf(kNoon) - 30; number < minuteOf(kNoon) - 5; ++number) {
            TrafficMinute& minute = batch.minutes.emplace_back();
            minute.minute = number;
            minute.all.covered = 60;
            minute.all.listeners = 1;
            if (number >= minuteOf(kNoon) - 10) {
                const TrafficCounts counts{1, 7, 80, 6000, 60};
                minute.all.add({2, 7, 80, 6000, 60}, 1);
                minute.ports[kHttpPort].add(counts, 1);
                minute.programs[kNginxPath].add(counts, 1);
            }
        }
        batch.seenAt = kNoon - 5min;
        ASSERT_TRUE(store.commit(batch).has_value());
    }
    void watch(int polls)
    {
        for (int i = 0; i < polls; ++i) {
            now += 15s;
            TrafficSample sample = test::sampleOf(now, 15s, {3, 2, 1, 15'000, 0});
            sample.ports[kHttpPort] = {2, 1, 1, 0, 0};
            sample.programs[kNginxPath] = {"nginx", {1, 1, 1, 0, 0}};
            series.add(sample);
        }
        page->apply({});
    }
    /// The text that a chart shows for a moment under the pointer.
    [[nodiscard]] QString readoutAt(Chart which, HistoryTime time)
    {
        TimeChart& chart = page->chart(which);
        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_End);
        while (chart.pointedTime().value_or(toMilliseconds(now)) > toMilliseconds(time)) {
            QTest::keyClick(&chart, Qt::Key_Left);
        }
        return chart.readout();
    }
    [[nodiscard]] QString note() const
    {
        for (const QLabel* label : page->findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(u"history"_s)) {
                return label->text();
            }
        }
        return {};
    }

    test::TempDir dir{test::memoryFolder()};
    HistoryTime now = kNoon;
    TrafficSeries series;
    std::unique_ptr<HistoryController> history;
    std::unique_ptr<ChartsPage> page;
};

TEST_F(ChartsPagePastTest, StartsWithTheRecordedHistory)
{
    watch(3);

    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 20min), u"1"_s);
    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 6min), u"2"_s);
    EXPECT_EQ(readoutAt(Chart::Opened, kNoon - 20min), u"0 per minute"_s);
    EXPECT_EQ(readoutAt(Chart::Opened, kNoon - 6min), u"80 per minute"_s);
    EXPECT_FALSE(note().isEmpty());
}

TEST_F(ChartsPagePastTest, LeavesAGapForUnwatchedTime)
{
    watch(3);

    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 3min), u"\u2013"_s);
    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon + 45s), u"3"_s);
}

TEST_F(ChartsPagePastTest, ShowsPastOpenConnectionsAndBytesToo)
{
    watch(3);

    EXPECT_EQ(readoutAt(Chart::Connections, kNoon - 6min), u"7"_s);
    EXPECT_EQ(readoutAt(Chart::Bytes, kNoon - 6min), u"Received 100 B/s, Sent 1 B/s"_s);
    EXPECT_EQ(readoutAt(Chart::Bytes, kNoon - 3min), u"Received \u2013, Sent \u2013"_s);
}

TEST_F(ChartsPagePastTest, FillsTheDayRangeToo)
{
    watch(3);
    page->setRange(TrafficRange::Day);

    EXPECT_EQ(readoutAt(Chart::Opened, kNoon - 5min), u"80 per minute"_s);
    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 20min), u"1"_s);
}

TEST_F(ChartsPagePastTest, QueriesOnlyTheChosenPort)
{
    watch(3);
    QSignalSpy answers(history.get(), &HistoryController::pastReady);
    ASSERT_TRUE(page->selectPort(80));
    EXPECT_FALSE(page->isReady()) << "the screenshot waits for the answer";
    ASSERT_TRUE(answers.wait(5000));

    EXPECT_EQ(readoutAt(Chart::Opened, kNoon - 6min), u"80 per minute"_s);
    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 6min), u"1"_s);
    EXPECT_EQ(readoutAt(Chart::Listeners, kNoon - 20min), u"0"_s);
    EXPECT_TRUE(page->isReady());
}

TEST_F(ChartsPagePastTest, StartsAProgramsLinesWithItsHistory)
{
    watch(3);
    QSignalSpy answers(history.get(), &HistoryController::pastReady);
    ASSERT_TRUE(page->subjectBox().choose(kNginxPath));
    ASSERT_TRUE(answers.wait(5000));

    EXPECT_EQ(readoutAt(Chart::Opened, kNoon - 6min), u"80 per minute"_s);
    EXPECT_EQ(readoutAt(Chart::Bytes, kNoon - 6min), u"Received 100 B/s, Sent 1 B/s"_s);
    EXPECT_EQ(readoutAt(Chart::Bytes, kNoon - 3min), u"Received \u2013, Sent \u2013"_s);
}

TEST_F(ChartsPagePastTest, ExportsNumbersWithTheirSource)
{
    watch(3);
    const QStringList lines =
        QString::fromUtf8(page->exporter()(ExportFormat::Csv)).split(u"\r\n"_s);

    EXPECT_EQ(lines.front(),
              u"time,subject,source,listeners,connections,opened_per_minute,"
              "received_per_second,sent_per_second"_s);
    EXPECT_EQ(lines.at(1), u"2024-10-04T11:31:00.000Z,Whole machine,history,1,0,0,0,0"_s);
    EXPECT_TRUE(lines.contains(u"2024-10-04T11:57:00.000Z,Whole machine,,,,,,"_s))
        << "unwatched time";
    EXPECT_EQ(lines.at(lines.size() - 2),
              u"2024-10-04T12:00:45.000Z,Whole machine,watched,3,2,4,1000,0"_s);
}

TEST_F(ChartsPagePastTest, ExportsTheShownPicture)
{
    watch(3);
    QImage image;
    ASSERT_TRUE(image.loadFromData(page->exporter()(ExportFormat::Png), "PNG"));

    EXPECT_EQ(image.width(), page->chart(Chart::Listeners).parentWidget()->width());
    EXPECT_EQ(image.pixelColor(1, 1), page->palette().color(QPalette::Base));
}

TEST_F(ChartsPagePastTest, ButtonOpensTheExport)
{
    QSignalSpy asked(page.get(), &Page::exportRequested);
    for (auto* button : page->findChildren<QToolButton*>()) {
        if (button->text().startsWith(u"Export"_s)) {
            button->click();
        }
    }

    EXPECT_EQ(asked.count(), 1);
    EXPECT_FALSE(page->exporter()) << "there is no data yet";
    EXPECT_EQ(page->exportFormats(), (std::vector{ExportFormat::Csv, ExportFormat::Png}));
}

TEST(ChartsCsv, DefusesAnUntrustedName)
{
    ChartsPoints points;
    for (QList<ChartPoint>& each : points) {
        each = {{0, true, {1, 2}, false}};
    }

    EXPECT_TRUE(
        QString::fromStdString(chartsCsv(points, "=cmd|' /C calc'!A0")).contains(u",'=cmd"_s));
}

TEST_F(ChartsPagePastTest, DropsTheHistoryNoteOnceTheWholeRangeIsLive)
{
    now = kNoon + 2h;
    watch(241);

    EXPECT_TRUE(note().isEmpty()) << note().toStdString();
}

}  // namespace
}  // namespace quaywatch
