// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_writer.h"
#include "app/history/history_controller.h"
#include "app/history/store/history_schema.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/sockets/traffic_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QFile>
#include <QSignalSpy>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::kSomeMorning;
using test::process;
using test::tcpListener;
using test::TimedMachine;

SocketRecord nginx()
{
    return tcpListener(80).ownedBy(process("nginx")).id(1);
}

class HistoryWriterTest : public testing::Test {
protected:
    HistoryWriterTest()
    {
        QObject::connect(&writer, &HistoryWriter::statusChanged,
                         [this](const HistoryStatus& reported) { status = reported; });
        QObject::connect(&writer, &HistoryWriter::timelineRead,
                         [this](LatestOnly::Job job, const TimelineAnswer& answer) {
                             answered = job;
                             timeline = answer;
                         });
    }
    [[nodiscard]] QString path() const { return QString::fromStdString(dir.path("h.sqlite")); }
    /// The number of events that another reader of the file finds.
    [[nodiscard]] std::uint64_t written() const
    {
        HistoryStore reader(path());
        EXPECT_TRUE(reader.open(kSomeMorning).has_value());
        return readOverview(reader.database()).value_or(HistoryOverview()).eventCount;
    }
    [[nodiscard]] static Alert alertAt(std::chrono::seconds after)
    {
        Alert alert;
        alert.at = kSomeMorning + after;
        alert.socket = std::make_shared<const SocketRecord>(nginx());
        alert.key = identityOf(nginx());
        alert.reason = "a reason";
        return alert;
    }
    [[nodiscard]] static Alert summaryAt(std::chrono::seconds after)
    {
        Alert summary;
        summary.at = kSomeMorning + after;
        summary.reason = "2 alerts";
        summary.evidence = {"one", "two"};
        summary.ports = {80, 931};
        return summary;
    }
    [[nodiscard]] qint64 alertsWritten() const
    {
        HistoryStore reader(path());
        EXPECT_TRUE(reader.open(kSomeMorning).has_value());
        return readNumber(reader.database(), "SELECT count(*) FROM event WHERE kind = 5")
            .value_or(-1);
    }
    /// One second with one new connection that brought 100 bytes.
    [[nodiscard]] static TrafficSamplePtr measured(std::chrono::seconds after)
    {
        return std::make_shared<const TrafficSample>(
            test::sampleOf(kSomeMorning + after, 1s, {1, 1, 1, 100, 0}));
    }
    [[nodiscard]] std::vector<PastMinute> past() const
    {
        HistoryStore reader(path());
        EXPECT_TRUE(reader.open(kSomeMorning).has_value());
        return readPast(reader.database(), {}, kSomeMorning - 1h, kSomeMorning + 1h).value();
    }
    [[nodiscard]] std::vector<HistoryKind> kinds()
    {
        writer.askTimeline(writer.timelineRequests.start(), {}, {}, kSomeMorning);
        std::vector<HistoryKind> found;
        for (const HistoryRow& row : timeline.page.value().rows) {
            found.push_back(row.kind);
        }
        return found;
    }

    test::TempDir dir{test::memoryFolder()};
    TimedMachine machine;
    HistoryWriter writer{path()};
    HistoryStatus status;
    LatestOnly::Job answered = 0;
    TimelineAnswer timeline{TimelinePage(), {}};
};

TEST_F(HistoryWriterTest, CollectsEventsAndWritesThemTogether)
{
    writer.record(machine.at(0s, {}));  // the first heartbeat writes
    writer.record(machine.at(1s, {nginx()}));

    EXPECT_EQ(written(), 1U) << "the start";
    writer.flush();

    EXPECT_EQ(written(), 2U);
    EXPECT_TRUE(status.isRecording);
}

TEST_F(HistoryWriterTest, AnswersIncludeUnwrittenRows)
{
    writer.record(machine.at(0s, {}));
    writer.record(machine.at(1s, {nginx()}));

    EXPECT_THAT(kinds(), testing::ElementsAre(HistoryKind::Opened, HistoryKind::Started));
}

TEST_F(HistoryWriterTest, DoesNotAnswerACanceledQuery)
{
    writer.record(machine.at(0s, {}));
    const LatestOnly::Job first = writer.timelineRequests.start();
    const LatestOnly::Job second = writer.timelineRequests.start();

    writer.askTimeline(first, {}, {}, kSomeMorning);
    EXPECT_EQ(answered, 0U);
    writer.askTimeline(second, {}, {}, kSomeMorning);
    EXPECT_EQ(answered, second);
}

TEST_F(HistoryWriterTest, SecondRunReportsWhatClosedInBetween)
{
    writer.record(machine.at(0s, {nginx()}));
    writer.finish();

    HistoryWriter next(path());
    TimedMachine later;
    next.record(later.at(8h, {}));
    next.finish();

    HistoryStore reader(path());
    ASSERT_TRUE(reader.open(kSomeMorning).has_value());
    const TimelinePage page = readTimeline(reader.database(), {}, {}, 10).value();
    ASSERT_EQ(page.rows.size(), 4U);
    EXPECT_EQ(page.rows[0].kind, HistoryKind::Closed);
    EXPECT_TRUE(page.rows[0].isLate);
    EXPECT_EQ(page.rows[1].kind, HistoryKind::Started);
    EXPECT_EQ(page.rows[1].since, kSomeMorning) << "unknown from that time on";
}

TEST_F(HistoryWriterTest, SavesAlerts)
{
    writer.record(machine.at(0s, {nginx()}));
    Alert alert = alertAt(1s);
    alert.reason = "a reason\x1b[31m";
    writer.recordAlerts({alert});

    EXPECT_EQ(kinds().front(), HistoryKind::Alert);
    const HistoryRow row = timeline.page->rows.front();
    EXPECT_EQ(row.reason, "a reason\\e[31m");
    EXPECT_EQ(row.subject.program, u"nginx"_s);
    EXPECT_EQ(row.rule, u"unassigned-listener"_s);
}

TEST_F(HistoryWriterTest, AlertsOfThePreviousRunAreNotRecordedAgain)
{
    const auto start = [this](std::chrono::seconds when, std::vector<SocketRecord> sockets,
                              bool isSummary) {
        HistoryWriter run(path());
        TimedMachine later;
        run.record(later.at(when, std::move(sockets)));
        run.recordAlerts({isSummary ? summaryAt(when) : alertAt(when)});
        run.finish();
    };
    for (const bool isSummary : {false, true}) {
        const std::chrono::seconds begin = isSummary ? 10h : 0h;
        start(begin, {nginx()}, isSummary);
        start(begin + 1h, {nginx()}, isSummary);
        EXPECT_EQ(alertsWritten(), isSummary ? 3 : 1);

        HistoryWriter(path()).record(machine.at(begin + 2h, {}));
        start(begin + 3h, {nginx()}, isSummary);
        EXPECT_EQ(alertsWritten(), isSummary ? 4 : 2) << "it closed and opened again in between";
    }
}

TEST_F(HistoryWriterTest, DifferentSummaryIsRecorded)
{
    for (const char* reason : {"one", "two", "two"}) {
        HistoryWriter run(path());
        TimedMachine later;
        Alert summary = summaryAt(0s);
        summary.reason = reason;
        run.record(later.at(0s, {nginx()}));
        run.recordAlerts({summary});
        run.finish();
    }

    EXPECT_EQ(alertsWritten(), 2);
}

TEST_F(HistoryWriterTest, AlertLaterInTheRunIsRecordedEachTime)
{
    writer.record(machine.at(0s, {nginx()}));
    writer.recordAlerts({alertAt(1s), alertAt(2s)});
    writer.finish();

    EXPECT_EQ(alertsWritten(), 2);
}

TEST_F(HistoryWriterTest, SavesMeasurementsByTheMinute)
{
    writer.record(machine.at(0s, {}), {measured(0s)});
    writer.record(machine.at(30s, {}), {measured(30s), measured(31s)});
    writer.finish();

    const std::vector<PastMinute> minutes = past();
    ASSERT_EQ(minutes.size(), 2U);
    EXPECT_EQ(minutes[0].minute, toMilliseconds(kSomeMorning) / 60'000 - 1);
    EXPECT_EQ(minutes[0].seconds, 1);
    EXPECT_EQ(minutes[1].seconds, 2);
    EXPECT_EQ(minutes[1].bytesReceived, 200);
}

TEST_F(HistoryWriterTest, AnswersIncludeTheCurrentMinuteAndContinueIt)
{
    writer.record(machine.at(9s, {}));
    writer.flush();
    QSignalSpy recordedSpy(&writer, &HistoryWriter::recorded);
    writer.record(machine.at(10s, {}), {measured(10s)});
    PastAnswer answer;
    QObject::connect(&writer, &HistoryWriter::pastRead,
                     [&answer](LatestOnly::Job, const PastAnswer& reported) { answer = reported; });
    writer.askPast(writer.pastRequests.start(), {}, kSomeMorning + 10s);
    ASSERT_EQ(answer.minutes.value().size(), 1U);
    EXPECT_EQ(answer.minutes->front().opened, 1);
    EXPECT_EQ(recordedSpy.count(), 0) << "a signal would cause another query";

    writer.record(machine.at(11s, {}), {measured(11s)});
    writer.finish();

    ASSERT_EQ(past().size(), 1U);
    EXPECT_EQ(past()[0].opened, 2);
}

TEST_F(HistoryWriterTest, MeasuresNothingWhileItIsOff)
{
    writer.record(machine.at(0s, {}), {measured(0s)});
    writer.setSettings({false, {}});
    writer.record(machine.at(120s, {}), {measured(120s)});
    writer.setSettings({true, {}});
    writer.record(machine.at(240s, {}), {measured(240s)});
    writer.finish();

    EXPECT_EQ(past().size(), 2U);
}

TEST_F(HistoryWriterTest, SwitchedOffItCreatesNoFile)
{
    writer.setSettings({false, {}});
    writer.record(machine.at(0s, {nginx()}));
    writer.askTimeline(writer.timelineRequests.start(), {}, {}, kSomeMorning);

    EXPECT_FALSE(QFile::exists(path()));
    EXPECT_FALSE(timeline.page.has_value());
    EXPECT_FALSE(status.isRecording);
}

TEST_F(HistoryWriterTest, SwitchedOnAgainItContinuesTheFile)
{
    writer.record(machine.at(0s, {nginx()}));
    writer.setSettings({false, {}});
    writer.record(machine.at(1h, {}));
    EXPECT_FALSE(status.isRecording);
    writer.setSettings({true, {}});
    writer.record(machine.at(2h, {}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_EQ(kinds().front(), HistoryKind::Closed);
}

TEST_F(HistoryWriterTest, ReportsWhyItIsOffAndRetries)
{
    dir.write("h.sqlite/in the way", "a folder where the file should be");
    writer.record(machine.at(0s, {nginx()}));

    EXPECT_FALSE(status.isRecording);
    ASSERT_TRUE(status.problem.has_value());
    EXPECT_EQ(status.problem->kind, HistoryProblem::Kind::NotWritable);

    QFile::remove(path() + u"/in the way"_s);
    std::filesystem::remove(path().toStdString());
    writer.record(machine.at(30s, {nginx()}));
    EXPECT_FALSE(status.isRecording) << "not permanently";
    writer.record(machine.at(60s, {nginx()}));
    EXPECT_TRUE(status.isRecording);
    EXPECT_FALSE(status.problem.has_value());
}

TEST_F(HistoryWriterTest, ReportsWhereItMovedADamagedFile)
{
    dir.write("h.sqlite", std::string(5000, 'x'));
    writer.record(machine.at(0s, {nginx()}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_TRUE(status.setAside.contains(u"h-damaged-2026-11-23"_s));
}

TEST_F(HistoryWriterTest, SecondWindowTakesOverWhenTheFirstHasEnded)
{
    auto first = std::make_unique<HistoryWriter>(path());
    TimedMachine same;
    first->record(same.at(0s, {nginx()}));
    writer.record(machine.at(1s, {nginx()}));
    EXPECT_FALSE(status.isRecording);
    EXPECT_TRUE(status.isReadable);
    EXPECT_EQ(status.problem->kind, HistoryProblem::Kind::OtherRecorder);

    first->finish();
    writer.record(machine.at(70s, {}));

    EXPECT_TRUE(status.isRecording);
    EXPECT_EQ(kinds().front(), HistoryKind::Closed);
}

TEST_F(HistoryWriterTest, ClockInTheFutureDeletesNothing)
{
    writer.record(machine.at(0s, {nginx()}));
    const auto later = std::chrono::hours(24 * 365 * 70);
    writer.record(machine.at(later, {}));
    writer.record(machine.at(later + 1min, {}));

    EXPECT_THAT(kinds(),
                testing::UnorderedElementsAre(HistoryKind::Started, HistoryKind::Opened,
                                              HistoryKind::Closed, HistoryKind::Unwatched));
}

TEST(HistoryControllerTest, RecordsOnItsOwnThreadAndWritesOnExit)
{
    const test::TempDir dir{test::memoryFolder()};
    const QString path = QString::fromStdString(dir.path("h.sqlite"));
    TimedMachine machine;
    {
        HistoryController controller(path, [] { return kSomeMorning; });
        for (int i = 0; i < 50; ++i) {
            controller.record(
                machine.at(std::chrono::seconds(i), i == 49 ? std::vector<SocketRecord>{nginx()}
                                                            : std::vector<SocketRecord>{}));
        }
        QSignalSpy answers(&controller, &HistoryController::timelineReady);
        controller.requestTimeline({});
        controller.requestTimeline({});
        ASSERT_TRUE(answers.wait(10'000));
        EXPECT_EQ(answers.count(), 1) << "the first query was replaced";
    }

    HistoryStore reader(path);
    const auto opened = reader.open(kSomeMorning);
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(opened->open.size(), 1U);
}

}  // namespace

}  // namespace quaywatch
