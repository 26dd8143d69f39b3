// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How a damaged file is moved aside, and who reports it.

#include "tests/support/history/ended_history.h"

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using test::batch;
using test::entry;
using test::kPageSize;
using test::kSomeMorning;
using test::party;
using Kind = HistoryProblem::Kind;

using HistorySetAside = test::EndedHistory;

TEST_F(HistorySetAside, MovesTheCompanionFilesToo)
{
    const QByteArray garbage(5000, 'w');
    writeAt(0, QByteArray(100, 'x'));
    for (const QString& end : {u"-wal"_s, u"-journal"_s}) {
        QFile beside(path() + end);
        ASSERT_TRUE(beside.open(QFile::WriteOnly));
        beside.write(garbage);
    }
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning + 2h);

    ASSERT_TRUE(opened.has_value());
    ASSERT_FALSE(opened->setAside.isEmpty());
    for (const QString& end : {u"-wal"_s, u"-journal"_s}) {
        QFile beside(opened->setAside + end);
        EXPECT_TRUE(beside.open(QFile::ReadOnly)) << end.toStdString();
    }
    EXPECT_FALSE(QFile::exists(path() + u"-journal"_s));
    expectRecording(store);
}

TEST_F(HistorySetAside, LogOfARemovedFileIsNotUsedForANewOne)
{
    {
        HistoryStore store(path());
        ASSERT_TRUE(store.open(kSomeMorning).has_value());
        expectRecording(store);
        ASSERT_TRUE(QFile::copy(path() + u"-wal"_s, path() + u"-kept"_s));
    }
    QFile::remove(path());
    QFile::remove(path() + u"-wal"_s);
    ASSERT_TRUE(QFile::rename(path() + u"-kept"_s, path() + u"-wal"_s));

    expectContinues("a stale log");
}

TEST_F(HistorySetAside, KeepsALimitedNumber)
{
    const QString folder = QFileInfo(path()).path();
    for (int i = 0; i < HistoryFile::kMaxSetAside; ++i) {
        dir.write("data/history-damaged-" + std::to_string(i) + ".sqlite", "old");
    }
    writeAt(0, QByteArray(100, 'x'));
    HistoryStore store(path());

    const auto refused = store.open(kSomeMorning + 2h);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind, Kind::TooManyAside);
    EXPECT_TRUE(sentenceOf(refused.error()).contains(folder));
    EXPECT_TRUE(QFile::exists(path()));

    QFile::remove(folder + u"/history-damaged-0.sqlite"_s);
    expectSetAside("as the sentence says");
}

TEST_F(HistorySetAside, FileFoundDamagedInUseIsMovedAsideUnread)
{
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning + 2h, HistoryTrust::Damaged);

    ASSERT_TRUE(opened.has_value());
    EXPECT_FALSE(opened->setAside.isEmpty());
    expectRecording(store);
}

TEST_F(HistorySetAside, ReaderChangesNothing)
{
    writeAt(0, QByteArray(100, 'x'));
    const QDir folder(QFileInfo(path()).path());
    const QStringList before = folder.entryList(QDir::Files);
    HistoryStore store(path());

    const auto opened = store.openToRead();

    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, Kind::Damaged);
    EXPECT_EQ(folder.entryList(QDir::Files), before);
}

TEST_F(HistorySetAside, ReadingReportsADamagedPage)
{
    const qint64 before = QFile(path()).size();
    HistoryStore store(path());
    ASSERT_TRUE(store.open(kSomeMorning).has_value());
    for (int i = 0; i < 40; ++i) {
        HistoryBatch more = batch({});
        for (Port port = 1; port <= 60; ++port) {
            more.entries.push_back(
                entry(HistoryKind::Repeated, kSomeMorning + 1h, party(port, "daemon")));
        }
        ASSERT_TRUE(store.commit(more).has_value());
    }
    store.close();
    // The strings that came with the events; the identities existed before.
    ASSERT_GT(QFile(path()).size(), before);
    writeAt(before, QByteArray(QFile(path()).size() - before, '\x5a'));
    ASSERT_TRUE(store.openToRead().has_value());

    const auto rows = readTimeline(store.database(), {}, {}, 10'000);

    ASSERT_FALSE(rows.has_value()) << "a part of the rows would look like all rows";
    EXPECT_EQ(rows.error().kind, Kind::Damaged);
}

TEST(HistoryProblem, FollowsTheResultCode)
{
    const auto kindOf = [](int code) {
        return problemOf(QSqlError({}, u"x"_s, QSqlError::StatementError, QString::number(code)))
            .kind;
    };
    for (const int code : {11, 26, 267, 523, 779}) {
        EXPECT_EQ(kindOf(code), Kind::Damaged) << code;
    }
    for (const int code : {5, 6, 261, 517, 262, 9, 15}) {
        EXPECT_EQ(kindOf(code), Kind::Busy) << code;
    }
    for (const int code : {10, 266, 522, 778, 3850, 8458}) {
        EXPECT_EQ(kindOf(code), Kind::InputOutput) << code;
    }
    for (const int code : {3, 8, 14, 23, 270, 526, 776, 1544}) {
        EXPECT_EQ(kindOf(code), Kind::NotWritable) << code;
    }
    EXPECT_EQ(kindOf(13), Kind::Full);
    EXPECT_EQ(kindOf(7), Kind::NoMemory);
    EXPECT_EQ(kindOf(3082), Kind::InputOutput) << "an I/O call without memory";
    EXPECT_EQ(kindOf(1032), Kind::Gone);
    EXPECT_EQ(kindOf(1), Kind::Failed);
    EXPECT_EQ(kindOf(19), Kind::Failed);
}

}  // namespace

}  // namespace quaywatch
