// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_schema.h"

#include "app/history/history_past.h"
#include "app/history/history_queries.h"
#include "app/history/store/history_store.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace quaywatch {

namespace {

using namespace Qt::Literals::StringLiterals;
using test::batch;
using test::entry;
using test::kSomeMorning;
using test::party;
using Kind = HistoryProblem::Kind;

class HistorySchema : public testing::Test {
protected:
    [[nodiscard]] QString path() const
    {
        return QString::fromStdString(dir.path("data/history.sqlite"));
    }

    test::TempDir dir{test::memoryFolder()};
};

QByteArray contentOf(const QString& fileName)
{
    QFile file(fileName);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Creates a database with SQL, as another version or another program would.
void makeDatabase(const QString& fileName, const QStringList& statements)
{
    QDir().mkpath(QFileInfo(fileName).path());
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
        database.setDatabaseName(fileName);
        ASSERT_TRUE(database.open());
        for (const QString& statement : statements) {
            QSqlQuery query(database);
            ASSERT_TRUE(query.exec(statement)) << statement.toStdString();
        }
    }
    QSqlDatabase::removeDatabase(u"by-hand"_s);
}

/// A file of schema version one: sshd listens, and connections were counted for two minutes.
void makeVersionOne(const QString& fileName)
{
    makeDatabase(
        fileName,
        {u"PRAGMA auto_vacuum=FULL"_s,
         u"CREATE TABLE party(id INTEGER PRIMARY KEY, identity BLOB NOT NULL UNIQUE, protocol "
         "INTEGER NOT NULL, port INTEGER NOT NULL, address TEXT NOT NULL, program TEXT NOT NULL, "
         "executable TEXT NOT NULL, user TEXT NOT NULL, place TEXT NOT NULL, exposure INTEGER, "
         "first_seen INTEGER NOT NULL, open_since INTEGER)"_s,
         u"CREATE TABLE event(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind INTEGER NOT NULL, "
         "party INTEGER REFERENCES party(id), previous INTEGER REFERENCES party(id), since "
         "INTEGER, count INTEGER NOT NULL, is_late INTEGER NOT NULL, severity INTEGER, rule TEXT, "
         "reason TEXT)"_s,
         u"CREATE TABLE minute(minute INTEGER NOT NULL, protocol INTEGER NOT NULL, port INTEGER "
         "NOT NULL, is_inbound INTEGER NOT NULL, opened INTEGER NOT NULL, closed INTEGER NOT NULL, "
         "bytes_received INTEGER NOT NULL, bytes_sent INTEGER NOT NULL, PRIMARY KEY(minute, "
         "protocol, port, is_inbound)) WITHOUT ROWID"_s,
         u"CREATE TABLE run(id INTEGER PRIMARY KEY, started_at INTEGER NOT NULL, seen_at INTEGER "
         "NOT NULL, is_ended INTEGER NOT NULL)"_s,
         u"CREATE INDEX minute_port ON minute(port, protocol, minute)"_s,
         u"CREATE INDEX party_port ON party(port)"_s,
         u"CREATE INDEX party_open ON party(id) WHERE open_since IS NOT NULL"_s,
         u"CREATE INDEX event_at ON event(at)"_s, u"CREATE INDEX event_party ON event(party, at)"_s,
         u"INSERT INTO minute VALUES(100, 0, 22, 1, 7, 5, 300, 400)"_s,
         u"INSERT INTO minute VALUES(100, 0, 443, 0, 20, 20, 0, 0)"_s,
         u"INSERT INTO minute VALUES(100, 1, 0, 0, 1000, 1000, 0, 0)"_s,
         u"INSERT INTO minute VALUES(101, 0, 0, 1, 900, 900, 0, 0)"_s,
         u"INSERT INTO party VALUES(1, x'6964', 0, 22, '0.0.0.0', 'sshd', '/usr/sbin/sshd', "
         "'root', '', 5, 1000, 1000)"_s,
         u"INSERT INTO event VALUES(1, 1000, 1, 1, NULL, NULL, 1, 0, NULL, NULL, NULL)"_s,
         u"INSERT INTO run VALUES(1, 500, 2000, 1)"_s, u"PRAGMA application_id=1364674609"_s,
         u"PRAGMA user_version=1"_s});
}

TEST_F(HistorySchema, UpgradesAFileOfVersionOne)
{
    makeVersionOne(path());
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_TRUE(opened.has_value()) << sentenceOf(opened.error()).toStdString();
    ASSERT_EQ(opened->open.size(), 1U);
    EXPECT_EQ(opened->open[0].party->program, "sshd");
    EXPECT_EQ(readNumber(store.database(), "PRAGMA user_version").value_or(0), kHistoryVersion);
    HistoryEntry alert = entry(HistoryKind::Alert, kSomeMorning, party(22, "sshd"));
    alert.evidence = {"one", "two"};
    EXPECT_TRUE(store.commit(batch({alert})).has_value());
    EXPECT_TRUE(store.savePoint(u"Now"_s, kSomeMorning).has_value());
    EXPECT_EQ(readOverview(store.database()).value().eventCount, 2U);
}

TEST_F(HistorySchema, OldFilesHaveConnectionCountersOnly)
{
    makeVersionOne(path());
    HistoryStore store(path());
    ASSERT_TRUE(store.open(kSomeMorning).has_value());
    const auto past = [&store](const TrafficScope& subject) {
        return readPast(store.database(), subject, fromMilliseconds(0), kSomeMorning).value();
    };
    const auto minute = [](std::int64_t number, std::optional<double> opened) {
        return PastMinute{number, 60, {}, {}, opened, {}, {}};
    };
    using testing::ElementsAre;

    EXPECT_THAT(past({}), ElementsAre(minute(100, 27), minute(101, 900)));
    EXPECT_THAT(past(PortId{22, Protocol::Tcp}),
                ElementsAre(minute(100, 7), minute(101, std::nullopt)));
    EXPECT_THAT(past(PortId{25, Protocol::Tcp}),
                ElementsAre(minute(100, 0), minute(101, std::nullopt)));
    EXPECT_THAT(past("/usr/sbin/sshd"),
                ElementsAre(minute(100, std::nullopt), minute(101, std::nullopt)));
}

TEST_F(HistorySchema, DoesNotTouchAFileOfANewerVersion)
{
    static_cast<void>(HistoryStore(path()).open(kSomeMorning));
    makeDatabase(path(), {u"PRAGMA user_version=%1"_s.arg(kHistoryVersion + 1)});
    const QByteArray before = contentOf(path());
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().kind, Kind::Newer);
    EXPECT_TRUE(sentenceOf(opened.error()).contains(path()));
    EXPECT_EQ(contentOf(path()), before);
}

TEST_F(HistorySchema, MovesAForeignDatabaseAsideUnchanged)
{
    makeDatabase(path(), {u"CREATE TABLE bookmark(url TEXT)"_s});
    const QByteArray before = contentOf(path());
    HistoryStore store(path());

    const auto opened = store.open(kSomeMorning);

    ASSERT_TRUE(opened.has_value()) << sentenceOf(opened.error()).toStdString();
    EXPECT_EQ(contentOf(opened->setAside), before);
    EXPECT_TRUE(store.beginRun(kSomeMorning).has_value());
}

}  // namespace

}  // namespace quaywatch
