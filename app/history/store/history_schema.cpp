// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_schema.h"

#include <array>
#include <initializer_list>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kApplicationId = 0x51574831;  // "QWH1"

// Times are milliseconds since 1970, UTC. Kinds, protocols, exposures and severities are the
// numbers of their enumerators. A migration step, once released, is never changed: add one.

using Statements = std::initializer_list<const char*>;

// The listeners that are open now, and when any opened or closed: this gives the open listeners at
// any time.
constexpr Statements kVersion1{
    R"(CREATE TABLE party(
        id INTEGER PRIMARY KEY,
        identity BLOB NOT NULL UNIQUE,
        protocol INTEGER NOT NULL,
        port INTEGER NOT NULL,
        address TEXT NOT NULL,
        program TEXT NOT NULL,
        executable TEXT NOT NULL,
        user TEXT NOT NULL,
        place TEXT NOT NULL,
        exposure INTEGER,
        first_seen INTEGER NOT NULL,
        open_since INTEGER))",
    "CREATE INDEX party_port ON party(port)",
    "CREATE INDEX party_open ON party(id) WHERE open_since IS NOT NULL",
    R"(CREATE TABLE event(
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        party INTEGER REFERENCES party(id),
        previous INTEGER REFERENCES party(id),
        since INTEGER,
        count INTEGER NOT NULL,
        is_late INTEGER NOT NULL,
        severity INTEGER,
        rule TEXT,
        reason TEXT))",
    "CREATE INDEX event_at ON event(at)",
    "CREATE INDEX event_party ON event(party, at)",
    R"(CREATE TABLE minute(
        minute INTEGER NOT NULL,
        protocol INTEGER NOT NULL,
        port INTEGER NOT NULL,
        is_inbound INTEGER NOT NULL,
        opened INTEGER NOT NULL,
        closed INTEGER NOT NULL,
        bytes_received INTEGER NOT NULL,
        bytes_sent INTEGER NOT NULL,
        PRIMARY KEY(minute, protocol, port, is_inbound)) WITHOUT ROWID)",
    "CREATE INDEX minute_port ON minute(port, protocol, minute)",
    R"(CREATE TABLE run(
        id INTEGER PRIMARY KEY,
        started_at INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        is_ended INTEGER NOT NULL))",
};

// The evidence of an alert, and points in time that the user saved.
constexpr Statements kVersion2{
    "ALTER TABLE event ADD COLUMN evidence TEXT",
    "CREATE TABLE point(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL)",
};

// Traffic, minute by minute. machine_minute has a row for each minute that was watched at least in
// part: a port or a program without a row of its own had no traffic in it, unless there were more
// of them than are counted separately. NULL is unknown: before this version, the counters covered
// only connections, and quiet minutes were not recorded.
constexpr Statements kVersion3{
    R"(CREATE TABLE machine_minute(
        minute INTEGER PRIMARY KEY,
        seconds REAL NOT NULL,
        has_more_ports INTEGER NOT NULL,
        has_more_programs INTEGER NOT NULL,
        listeners INTEGER,
        connections INTEGER,
        opened REAL,
        bytes_received INTEGER,
        bytes_sent INTEGER))",
    R"(CREATE TABLE port_minute(
        minute INTEGER NOT NULL,
        protocol INTEGER NOT NULL,
        port INTEGER NOT NULL,
        listeners INTEGER,
        connections INTEGER,
        opened REAL,
        bytes_received INTEGER,
        bytes_sent INTEGER,
        PRIMARY KEY(minute, protocol, port)) WITHOUT ROWID)",
    R"(CREATE TABLE program(
        id INTEGER PRIMARY KEY,
        key BLOB NOT NULL UNIQUE,
        last_minute INTEGER NOT NULL))",
    R"(CREATE TABLE program_minute(
        minute INTEGER NOT NULL,
        program INTEGER NOT NULL REFERENCES program(id),
        listeners INTEGER,
        connections INTEGER,
        opened REAL,
        bytes_received INTEGER,
        bytes_sent INTEGER,
        PRIMARY KEY(minute, program)) WITHOUT ROWID)",
    R"(INSERT INTO machine_minute(minute, seconds, has_more_ports, has_more_programs, opened)
        SELECT minute, 60, max(port = 0 AND is_inbound = 1), 1,
        sum(opened) FILTER (WHERE NOT (protocol = 1 AND port = 0 AND is_inbound = 0))
        FROM minute GROUP BY minute)",
    R"(INSERT INTO port_minute(minute, protocol, port, opened)
        SELECT minute, protocol, port, opened FROM minute WHERE is_inbound = 1 AND port <> 0)",
    "DROP TABLE minute",
};

constexpr std::array kSteps{kVersion1, kVersion2, kVersion3};
static_assert(kSteps.size() == kHistoryVersion);

HistoryResult<void> climb(QSqlDatabase& database, std::size_t from)
{
    HistoryResult<void> done = runSql(database, {"BEGIN IMMEDIATE"});
    for (std::size_t step = from; done && step < kSteps.size(); ++step) {
        done = runSql(database, kSteps.at(step));
    }
    if (done) {
        // PRAGMA takes no bound values.
        const QByteArray id = "PRAGMA application_id=" + QByteArray::number(kApplicationId);
        const QByteArray version = "PRAGMA user_version=" + QByteArray::number(kHistoryVersion);
        done = runSql(database, {id.constData(), version.constData(), "COMMIT"});
    }
    if (!done) {
        static_cast<void>(runSql(database, {"ROLLBACK"}));
    }
    return done;
}

}  // namespace

HistoryResult<void> runSql(QSqlDatabase& database, std::initializer_list<const char*> statements)
{
    for (const char* statement : statements) {
        QSqlQuery query(database);
        if (!query.exec(QString::fromLatin1(statement))) {
            return tl::unexpected(problemOf(query.lastError()));
        }
    }
    return {};
}

HistoryResult<qint64> readNumber(QSqlDatabase& database, const char* statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(QString::fromLatin1(statement))) {
        return tl::unexpected(problemOf(query.lastError()));
    }
    if (query.next()) {
        return query.value(0).toLongLong();
    }
    return query.lastError().isValid()
               ? HistoryResult<qint64>(tl::unexpected(problemOf(query.lastError())))
               : 0;
}

HistoryResult<void> migrateHistory(QSqlDatabase& database)
{
    const HistoryResult<qint64> version = readNumber(database, "PRAGMA user_version");
    const HistoryResult<qint64> id = readNumber(database, "PRAGMA application_id");
    const HistoryResult<qint64> tables = readNumber(database, "SELECT count(*) FROM sqlite_schema");
    for (const auto* each : {&version, &id, &tables}) {
        if (!*each) {
            return tl::unexpected(each->error());
        }
    }
    const bool isEmpty = *version == 0 && *id == 0 && *tables == 0;
    if (!isEmpty && (*id != kApplicationId || *version <= 0)) {
        // No other program has a file of this name in this program's folder.
        return historyFailure(HistoryProblem::Kind::Damaged, u"application_id, user_version"_s);
    }
    if (*version > kHistoryVersion) {
        return historyFailure(HistoryProblem::Kind::Newer);
    }
    if (isEmpty) {
        // Returns the space of deleted rows to the disk; must be set before any table exists. With
        // a write-ahead log, the tables need not wait for the disk.
        if (HistoryResult<void> set =
                runSql(database, {"PRAGMA auto_vacuum=FULL", "PRAGMA journal_mode=WAL"});
            !set) {
            return set;
        }
    }
    HistoryResult<void> done;
    if (*version != kHistoryVersion) {
        done = climb(database, static_cast<std::size_t>(*version));
    }
    if (!done && done.error().kind == HistoryProblem::Kind::Failed) {
        done.error().kind = HistoryProblem::Kind::Damaged;  // A step does not fit the tables.
    }
    return done;
}

}  // namespace quaywatch
