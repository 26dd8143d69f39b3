// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_store.h"
#include "app/history/history_queries.h"
#include "app/history/store/history_schema.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::batch;
using test::entry;
using test::kSomeMorning;
using test::party;
using Kind = HistoryProblem::Kind;

class HistoryStoreTest : public testing::Test {
protected:
    [[nodiscard]] QString path() const
    {
        return QString::fromStdString(dir.path("data/history.sqlite"));
    }
    /// An open store that has started a run.
    [[nodiscard]] std::unique_ptr<HistoryStore> recording()
    {
        auto store = std::make_unique<HistoryStore>(path());
        EXPECT_TRUE(store->open(kSomeMorning).has_value());
        EXPECT_TRUE(store->beginRun(kSomeMorning).has_value());
        return store;
    }
    /// Some listeners with a long history each.
    static void fill(HistoryStore& store, int batches)
    {
        for (int i = 0; i < batches; ++i) {
            std::vector<HistoryEntry> entries;
            for (Port port = 1; port <= 200; ++port) {
                entries.push_back(entry(i % 2 == 0 ? HistoryKind::Opened : HistoryKind::Closed,
                                        kSomeMorning + std::chrono::minutes(i),
                                        party(port, "daemon")));
            }
            ASSERT_TRUE(store.commit(batch(std::move(entries))).has_value());
        }
    }
    [[nodiscard]] static std::size_t eventCount(HistoryStore& store)
    {
        return readOverview(store.database()).value_or(HistoryOverview()).eventCount;
    }

    test::TempDir dir{test::memoryFolder()};
};

QByteArray bytesOf(const QString& fileName)
{
    QFile file(fileName);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& fileName, const QByteArray& bytes, qint64 at = 0)
{
    QDir().mkpath(QFileInfo(fileName).path());
    QFile file(fileName);
    ASSERT_TRUE(file.open(QFile::ReadWrite));
    ASSERT_TRUE(file.seek(at));
    ASSERT_EQ(file.write(bytes), bytes.size());
}

TEST_F(HistoryStoreTest, CreatesAPrivateFile)
{
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(opened->isRecorder);
    EXPECT_FALSE(opened->lastSeen.has_value());
    const QFile::Permissions everyone =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    EXPECT_FALSE(QFile::permissions(path()) & everyone);
}

TEST_F(HistoryStoreTest, KeepsOpenListenersAcrossARestart)
{
    auto store = recording();
    ASSERT_TRUE(
        store
            ->commit(batch({entry(HistoryKind::Opened, kSomeMorning + 1s, party(22, "sshd")),
                            entry(HistoryKind::Opened, kSomeMorning + 2s, party(80, "nginx")),
                            entry(HistoryKind::Closed, kSomeMorning + 3s, party(80, "nginx"))}))
            .has_value());
    ASSERT_TRUE(store->endRun(kSomeMorning + 9s).has_value());
    store.reset();

    HistoryStore again(path());
    const auto opened = again.open(kSomeMorning + 1h);

    ASSERT_TRUE(opened.has_value());
    ASSERT_EQ(opened->open.size(), 1U);
    EXPECT_EQ(opened->open[0].party->identity, party(22, "sshd")->identity);
    EXPECT_EQ(opened->open[0].since, kSomeMorning + 1s);
    EXPECT_EQ(opened->lastSeen, kSomeMorning + 9s);
    EXPECT_TRUE(opened->setAside.isEmpty());
}

TEST_F(HistoryStoreTest, ChangeOfOwnerClosesOneAndOpensTheOther)
{
    auto store = recording();
    HistoryEntry change = entry(HistoryKind::Changed, kSomeMorning + 2s, party(80, "apache2"));
    change.previous = party(80, "nginx");
    ASSERT_TRUE(
        store->commit(batch({entry(HistoryKind::Opened, kSomeMorning, party(80, "nginx")), change}))
            .has_value());
    store.reset();

    HistoryStore again(path());
    const auto opened = again.open(kSomeMorning + 1h);

    ASSERT_TRUE(opened.has_value());
    ASSERT_EQ(opened->open.size(), 1U);
    EXPECT_EQ(opened->open[0].party->program, "apache2");
}

TEST_F(HistoryStoreTest, RenamedListenerKeepsItsRows)
{
    auto store = recording();
    const HistoryPartyPtr number = party(5432, "postgres-113");
    const HistoryPartyPtr name = party(5432, "postgres");
    ASSERT_TRUE(store
                    ->commit(batch({entry(HistoryKind::Opened, kSomeMorning - 2h, name),
                                    entry(HistoryKind::Closed, kSomeMorning - 1h, name),
                                    entry(HistoryKind::Opened, kSomeMorning, number)}))
                    .has_value());
    HistoryBatch renaming = batch({});
    renaming.renamings = {{number->identity, name}, {"nobody", party(1, "nobody")}};
    ASSERT_TRUE(store->commit(renaming).has_value());

    const auto timeline = readTimeline(store->database(), {}, {}, 10);
    ASSERT_TRUE(timeline.has_value());
    EXPECT_EQ(timeline->rows.size(), 3U);
    for (const HistoryRow& row : timeline->rows) {
        EXPECT_EQ(row.subject.program, u"postgres"_s);
    }
    EXPECT_EQ(readNumber(store->database(), "SELECT count(*) FROM party").value_or(0), 1);
    store.reset();
    const auto opened = HistoryStore(path()).open(kSomeMorning + 1h);
    ASSERT_EQ(opened->open.size(), 1U);
    EXPECT_EQ(opened->open[0].party->identity, name->identity);
    EXPECT_EQ(opened->open[0].since, kSomeMorning);
}

TEST_F(HistoryStoreTest, LosesNothingCommittedWhenItsProcessIsKilled)
{
    QProcess child;
    child.start(QStringLiteral(QUAYWATCH_HISTORY_WRITER), {path()});
    ASSERT_TRUE(child.waitForStarted());
    int reported = 0;
    while (reported < 50 && (child.canReadLine() || child.waitForReadyRead(30'000))) {
        while (child.canReadLine()) {
            reported = child.readLine().trimmed().toInt();
        }
    }
    child.kill();
    ASSERT_TRUE(child.waitForFinished());
    ASSERT_EQ(child.exitStatus(), QProcess::CrashExit) << "the child was not killed while writing";
    for (const QByteArray& line : child.readAllStandardOutput().split('\n')) {
        reported = std::max(reported, line.toInt());  // a truncated line is a smaller number
    }

    HistoryStore store(path());
    const auto opened = store.open(kSomeMorning + 1h);

    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(opened->setAside.isEmpty());
    EXPECT_TRUE(opened->isRecorder) << "a killed process holds no lock";
    EXPECT_GE(static_cast<int>(opened->open.size()), reported);
    EXPECT_GE(reported, 50);
}

TEST_F(HistoryStoreTest, MovesAsideAFileThatIsNoDatabaseAndCreatesANewOne)
{
    const QByteArray garbage = QByteArray("nothing of the kind ").repeated(500);
    writeFile(path(), garbage);
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(opened->setAside.endsWith(u"/history-damaged-2026-11-23-060000.sqlite"_s))
        << opened->setAside.toStdString();
    EXPECT_EQ(bytesOf(opened->setAside), garbage);
    EXPECT_TRUE(store.beginRun(kSomeMorning).has_value());
}

TEST_F(HistoryStoreTest, MovesAsideACorruptFile)
{
    auto store = recording();
    fill(*store, 20);
    store.reset();  // as if killed: the file is checked at the next start
    writeFile(path(), QByteArray(16 * 4096, '\x5a'), 8 * 4096);

    HistoryStore again(path());
    const auto opened = again.open(kSomeMorning + 1h);

    ASSERT_TRUE(opened.has_value());
    EXPECT_FALSE(opened->setAside.isEmpty());
    EXPECT_TRUE(opened->open.empty());
}

TEST_F(HistoryStoreTest, MovesAsideTwoFilesInOneSecond)
{
    for (const QString& end : {u"060000.sqlite"_s, u"060000-2.sqlite"_s}) {
        writeFile(path(), QByteArray(9000, 'x'));
        HistoryStore store(path());
        const auto opened = store.open(kSomeMorning);
        ASSERT_TRUE(opened.has_value());
        EXPECT_TRUE(opened->setAside.endsWith(end)) << opened->setAside.toStdString();
    }
}

TEST_F(HistoryStoreTest, FullDiskLosesTheBatchAndNothingElse)
{
    auto store = recording();
    fill(*store, 2);
    const std::size_t before = eventCount(*store);
    const qint64 pages = readNumber(store->database(), "PRAGMA page_count").value_or(0);
    ASSERT_TRUE(readNumber(store->database(), "PRAGMA max_page_count=" + QByteArray::number(pages))
                    .has_value());
    std::vector<HistoryEntry> many;
    for (Port port = 1; port <= 5000; ++port) {
        many.push_back(entry(HistoryKind::Opened, kSomeMorning, party(port, "late")));
    }

    const auto refused = store->commit(batch(many));

    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Kind::Full);
    EXPECT_EQ(eventCount(*store), before);
    ASSERT_TRUE(readNumber(store->database(), "PRAGMA max_page_count=1000000").has_value());
    EXPECT_TRUE(store->commit(batch(many)).has_value()) << "there is free space again";
}

TEST_F(HistoryStoreTest, ReportsThatItsFolderCannotBeCreated)
{
    dir.write("data", "a file where the folder should be");
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, Kind::NotWritable);
    EXPECT_TRUE(sentenceOf(opened.error()).contains(u"/data"_s));
}

TEST_F(HistoryStoreTest, OnlyOneProcessRecordsAndTheSecondReads)
{
    auto first = recording();
    fill(*first, 1);
    HistoryStore second(path());

    const auto opened = second.open(kSomeMorning);

    ASSERT_TRUE(opened.has_value());
    EXPECT_FALSE(opened->isRecorder);
    EXPECT_EQ(eventCount(second), 200U);
    const auto refused = second.commit(batch({}));
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Kind::OtherRecorder);

    first.reset();
    EXPECT_TRUE(second.open(kSomeMorning).value().isRecorder) << "the first instance has ended";
}

TEST_F(HistoryStoreTest, DeletesOldRowsButNotOpenListeners)
{
    auto store = recording();
    HistoryBatch old = batch({entry(HistoryKind::Opened, kSomeMorning, party(22, "sshd")),
                              entry(HistoryKind::Opened, kSomeMorning, party(80, "nginx")),
                              entry(HistoryKind::Closed, kSomeMorning + 1h, party(80, "nginx"))});
    old.minutes.resize(1);
    old.minutes[0].minute = toMilliseconds(kSomeMorning) / 60000;
    old.minutes[0].ports[{22, Protocol::Tcp}].add({1, 1, 1, 2, 3}, 1);
    old.minutes[0].programs["/usr/sbin/sshd"].add({1, 1, 1, 2, 3}, 1);
    ASSERT_TRUE(store->commit(old).has_value());
    const HistoryTime later = kSomeMorning + std::chrono::hours(24 * 31);
    ASSERT_TRUE(
        store->commit(batch({entry(HistoryKind::Opened, later, party(81, "caddy"))})).has_value());

    ASSERT_TRUE(store->prune({std::chrono::days(30), 64'000'000}, later).has_value());

    EXPECT_EQ(eventCount(*store), 1U);
    for (const char* table : {"machine_minute", "port_minute", "program_minute", "program"}) {
        const QByteArray statement = QByteArray("SELECT count(*) FROM ") + table;
        EXPECT_EQ(readNumber(store->database(), statement).value_or(9), 0) << table;
    }
    store.reset();
    HistoryStore again(path());
    EXPECT_EQ(again.open(later).value().open.size(), 2U) << "sshd and caddy";
}

TEST_F(HistoryStoreTest, DeletesTheOldestRowsWhenItIsTooLarge)
{
    auto store = recording();
    fill(*store, 60);
    const std::uint64_t before = store->size().value_or(0);

    ASSERT_TRUE(store->prune({std::chrono::days(30), before / 2}, kSomeMorning + 2h).has_value());

    EXPECT_LE(store->size().value_or(before), before / 2);
    EXPECT_LE(static_cast<std::uint64_t>(QFileInfo(path()).size()), before / 2)
        << "the space is free again";
    const TimelinePage page = readTimeline(store->database(), {}, {}, 10).value();
    EXPECT_EQ(page.rows.front().at, kSomeMorning + 59min) << "the newest row is kept";
    const HistoryOverview overview = readOverview(store->database()).value();
    EXPECT_GT(overview.beginning, kSomeMorning);
}

TEST_F(HistoryStoreTest, DeletesMinutesThatNoChartShowsFirst)
{
    auto store = recording();
    fill(*store, 3);
    HistoryBatch counted = batch({});
    counted.seenAt = kSomeMorning;
    for (std::int64_t minute = 0; minute < 4 * 24 * 60; ++minute) {
        TrafficMinute& each = counted.minutes.emplace_back();
        each.minute = toMilliseconds(kSomeMorning) / 60'000 + minute;
        each.all.covered = 60;
        each.programs["/usr/bin/p"].add({1, 1, 1, 1000, 1000}, 1);
    }
    ASSERT_TRUE(store->commit(counted).has_value());
    const std::uint64_t before = store->size().value_or(0);

    ASSERT_TRUE(
        store->prune({std::chrono::days(30), before - before / 4}, kSomeMorning + 96h).has_value());

    EXPECT_EQ(eventCount(*store), 600U);
    EXPECT_EQ(readNumber(store->database(), "SELECT count(*) FROM program_minute").value_or(0),
              24 * 60);
}

}  // namespace

}  // namespace quaywatch
