// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_queries.h"
#include "app/history/store/history_store.h"
#include "tests/support/history/history_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <utility>
#include <vector>

namespace quaywatch::test {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

inline constexpr qint64 kPageSize = 4096;

/// A history file that was closed in order, and ways to corrupt it.
class EndedHistory : public testing::Test {
protected:
    void SetUp() override { begin(); }

    [[nodiscard]] QString path() const
    {
        return QString::fromStdString(dir.path("data/history.sqlite"));
    }
    void begin() const
    {
        QDir(QString::fromStdString(dir.path("data"))).removeRecursively();
        HistoryStore store(path());
        ASSERT_TRUE(store.open(kSomeMorning).has_value());
        ASSERT_TRUE(store.beginRun(kSomeMorning).has_value());
        HistoryBatch some = batch({});
        for (Port port = 1; port <= 60; ++port) {
            some.entries.push_back(entry(HistoryKind::Opened, kSomeMorning, party(port, "daemon")));
        }
        some.minutes.resize(1);
        some.minutes[0].minute = toMilliseconds(kSomeMorning) / 60'000;
        some.minutes[0].all.covered = 60;
        some.minutes[0].ports[{22, Protocol::Tcp}].add({1, 1, 1, 2, 3}, 1);
        some.minutes[0].programs["/usr/sbin/sshd"].add({1, 1, 1, 2, 3}, 1);
        ASSERT_TRUE(store.commit(some).has_value());
        ASSERT_TRUE(store.savePoint(u"before the upgrade"_s, kSomeMorning).has_value());
        ASSERT_TRUE(store.endRun(kSomeMorning + 1h).has_value());
    }
    /// With SQL, as the sqlite3 shell would.
    void run(const QStringList& statements) const
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
            database.setDatabaseName(path());
            ASSERT_TRUE(database.open());
            for (const QString& statement : statements) {
                QSqlQuery query(database);
                ASSERT_TRUE(query.exec(statement))
                    << statement.toStdString() << query.lastError().text().toStdString();
            }
        }
        QSqlDatabase::removeDatabase(u"by-hand"_s);
    }
    [[nodiscard]] std::vector<std::pair<QString, qint64>> rootPages() const
    {
        std::vector<std::pair<QString, qint64>> pages;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
            database.setDatabaseName(path());
            EXPECT_TRUE(database.open());
            QSqlQuery query(database);
            EXPECT_TRUE(query.exec(u"SELECT name, rootpage FROM sqlite_schema"_s));
            while (query.next()) {
                pages.emplace_back(query.value(0).toString(), query.value(1).toLongLong());
            }
            EXPECT_TRUE(query.exec(u"PRAGMA journal_mode=DELETE"_s));
        }
        QSqlDatabase::removeDatabase(u"by-hand"_s);
        return pages;
    }
    void writeAt(qint64 offset, const QByteArray& bytes) const
    {
        QFile file(path());
        ASSERT_TRUE(file.open(QFile::ReadWrite));
        ASSERT_TRUE(file.seek(offset));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    static void expectRecording(HistoryStore& store)
    {
        EXPECT_TRUE(store.beginRun(kSomeMorning + 2h).has_value());
        const auto done =
            store.commit(batch({entry(HistoryKind::Opened, kSomeMorning + 2h, party(22, "sshd"))}));
        EXPECT_TRUE(done.has_value());
        const auto rows = readTimeline(store.database(), {}, {}, 100);
        ASSERT_TRUE(rows.has_value());
        EXPECT_FALSE(rows->rows.empty());
    }
    /// Checks that the next start moves the file aside and records into a new one.
    void expectSetAside(const std::string& what) const
    {
        SCOPED_TRACE(what);
        const qint64 size = QFile(path()).size();
        HistoryStore store(path());
        const auto opened = store.open(kSomeMorning + 2h);
        ASSERT_TRUE(opened.has_value()) << sentenceOf(opened.error()).toStdString();
        ASSERT_FALSE(opened->setAside.isEmpty());
        EXPECT_GE(QFile(opened->setAside).size(), size) << "no data is dropped";
        EXPECT_TRUE(opened->open.empty());
        expectRecording(store);
    }
    void expectContinues(const std::string& what) const
    {
        SCOPED_TRACE(what);
        HistoryStore store(path());
        const auto opened = store.open(kSomeMorning + 2h);
        ASSERT_TRUE(opened.has_value()) << sentenceOf(opened.error()).toStdString();
        EXPECT_TRUE(opened->setAside.isEmpty());
        expectRecording(store);
    }

    TempDir dir{memoryFolder()};
};

}  // namespace quaywatch::test
