// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_store.h"

#include "app/history/store/batch_writer.h"
#include "app/history/store/history_check.h"
#include "app/history/store/history_pruner.h"
#include "app/history/store/history_schema.h"
#include "app/history/store/sql_answers.h"
#include "app/history/store/sql_transaction.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using Kind = HistoryProblem::Kind;

namespace {

/// Above this size, the full check would take longer than a second.
constexpr std::uint64_t kLargeFile = 100'000'000;

/// A name (URI) that SQLite opens only if the file exists.
QString existingFile(const QString& path)
{
    return u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + u"?mode=rw"_s;
}

HistoryResult<void> runOnce(QSqlDatabase& database, const char* statement,
                            const QVariantList& values)
{
    QSqlQuery query(database);
    if (!query.prepare(QString::fromLatin1(statement))) {
        return tl::unexpected(problemOf(query.lastError()));
    }
    return runPrepared(query, values);
}

}  // namespace

HistoryStore::HistoryStore(QString path)
    : m_file(std::move(path))
{
}

HistoryStore::~HistoryStore()
{
    close();
}

void HistoryStore::close()
{
    m_run = 0;
    disconnectFrom();
    m_file.unlock();
}

void HistoryStore::disconnectFrom()
{
    if (!m_connection.isEmpty()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
    }
}

HistoryResult<OpenedHistory> HistoryStore::open(HistoryTime now, HistoryTrust trust)
{
    close();
    if (HistoryResult<void> locked = m_file.lock(); !locked) {
        return tl::unexpected(locked.error());
    }
    HistoryResult<OpenedHistory> opened = historyFailure(Kind::Damaged);
    if (trust != HistoryTrust::Damaged || !isRecorder()) {
        opened = openFile(trust);
    }
    if (!opened && opened.error().kind == Kind::Damaged && isRecorder()) {
        disconnectFrom();
        const HistoryResult<QString> aside = m_file.setAside(now);
        opened = aside ? openFile(HistoryTrust::Usual) : tl::unexpected(aside.error());
        if (opened) {
            opened->setAside = *aside;
        }
    }
    if (!opened) {
        close();
    }
    return opened;
}

HistoryResult<OpenedHistory> HistoryStore::openToRead()
{
    close();
    HistoryResult<OpenedHistory> opened = openFile(HistoryTrust::Usual);
    if (!opened) {
        close();
    }
    return opened;
}

HistoryResult<OpenedHistory> HistoryStore::openFile(HistoryTrust trust)
{
    const HistoryResult<void> done = isRecorder() ? prepareToRecord(trust) : prepareToRead();
    if (!done) {
        return tl::unexpected(done.error());
    }
    HistoryResult<OpenedHistory> opened = look();
    m_file.noteOpened();  // The log exists once something has been read.
    return opened;
}

HistoryResult<void> HistoryStore::connectTo(const QString& name, const QString& options)
{
    m_connection = nextConnectionName();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (!m_database.isValid()) {
        return historyFailure(Kind::NoDriver);
    }
    m_database.setDatabaseName(name);
    m_database.setConnectOptions(options + u";QSQLITE_BUSY_TIMEOUT=3000"_s);
    return m_database.open() ? HistoryResult<void>()
                             : tl::unexpected(problemOf(m_database.lastError()));
}

HistoryResult<void> HistoryStore::prepareToRecord(HistoryTrust trust)
{
    // A user's activity is private. SQLite gives the files next to it the same permissions.
    HistoryResult<void> done = m_file.makePrivate();
    if (done && m_file.hasDamagedHead()) {
        return historyFailure(Kind::Damaged);
    }
    if (done) {
        done = connectTo(existingFile(m_file.path()), u"QSQLITE_OPEN_URI"_s);
    }
    if (done) {
        // A file from elsewhere must not call functions of this program.
        done = runSql(m_database, {"PRAGMA synchronous=NORMAL", "PRAGMA trusted_schema=OFF",
                                   "PRAGMA cell_size_check=ON"});
    }
    if (done) {
        const bool isLarge = size().value_or(0) > kLargeFile;
        done = checkPages(m_database, isLarge && trust == HistoryTrust::Usual ? PageCheck::Quick
                                                                              : PageCheck::Whole);
    }
    if (done) {
        done = migrateHistory(m_database);
    }
    if (done) {
        done = runSql(m_database, {"PRAGMA journal_mode=WAL", "PRAGMA journal_size_limit=4000000"});
    }
    if (done) {
        done = checkContents(m_database);
    }
    if (!done && done.error().kind == Kind::Failed) {
        done.error().kind = Kind::Damaged;  // A file that SQLite cannot read is not a history.
    }
    if (!done && done.error().kind == Kind::Newer) {
        done.error().detail = m_file.path();
    }
    return done;
}

HistoryResult<void> HistoryStore::prepareToRead()
{
    HistoryResult<void> done = connectTo(m_file.path(), u"QSQLITE_OPEN_READONLY"_s);
    if (!done) {
        return done;
    }
    const HistoryResult<qint64> version = readNumber(m_database, "PRAGMA user_version");
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > kHistoryVersion) {
        return historyFailure(Kind::Newer, m_file.path());
    }
    return *version == kHistoryVersion ? HistoryResult<void>() : historyFailure(Kind::NotReady);
}

HistoryResult<OpenedHistory> HistoryStore::look()
{
    OpenedHistory opened;
    opened.isRecorder = isRecorder();
    const HistoryResult<qint64> seen =
        readNumber(m_database, "SELECT seen_at FROM run ORDER BY id DESC LIMIT 1");
    if (!seen) {
        return tl::unexpected(seen.error());
    }
    if (*seen != 0) {
        opened.lastSeen = fromMilliseconds(*seen);
    }
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT identity, protocol, port, address, program, executable, user, place, "
                    "open_since FROM party WHERE open_since IS NOT NULL"_s)) {
        return tl::unexpected(problemOf(query.lastError()));
    }
    while (query.next()) {
        auto party = std::make_shared<HistoryIdentity>();
        party->identity = query.value(0).toByteArray().toStdString();
        party->protocol = static_cast<Protocol>(query.value(1).toUInt());
        party->port = static_cast<Port>(query.value(2).toUInt());
        party->address = query.value(3).toString().toStdString();
        party->program = query.value(4).toString().toStdString();
        party->executable = query.value(5).toString().toStdString();
        party->user = query.value(6).toString().toStdString();
        party->place = query.value(7).toString().toStdString();
        opened.open.push_back({std::move(party), fromMilliseconds(query.value(8).toLongLong())});
    }
    if (const HistoryResult<void> done = endOf(query); !done) {
        return tl::unexpected(done.error());
    }
    return opened;
}

HistoryResult<void> HistoryStore::beginRun(HistoryTime now)
{
    const auto at = qint64{toMilliseconds(now)};
    HistoryResult<void> done = runOnce(
        m_database, "INSERT INTO run(started_at, seen_at, is_ended) VALUES(?, ?, 0)", {at, at});
    if (done) {
        const HistoryResult<qint64> id = readNumber(m_database, "SELECT max(id) FROM run");
        m_run = id.value_or(0);
        done = id ? done : tl::unexpected(id.error());
    }
    return done;
}

HistoryResult<void> HistoryStore::endRun(HistoryTime now)
{
    return runOnce(m_database, "UPDATE run SET seen_at = ?, is_ended = 1 WHERE id = ?",
                   {qint64{toMilliseconds(now)}, qint64{m_run}});
}

HistoryResult<void> HistoryStore::savePoint(const QString& name, HistoryTime at)
{
    return runOnce(m_database, "INSERT INTO point(at, name) VALUES(?, ?)",
                   {qint64{toMilliseconds(at)}, name});
}

HistoryResult<void> HistoryStore::forgetPoint(std::int64_t id)
{
    return runOnce(m_database, "DELETE FROM point WHERE id = ?", {qint64{id}});
}

HistoryResult<void> HistoryStore::commit(const HistoryBatch& batch)
{
    if (!isRecorder()) {
        return historyFailure(HistoryProblem::Kind::OtherRecorder);
    }
    if (!isStillThere()) {
        return historyFailure(HistoryProblem::Kind::Gone);
    }
    return inTransaction(m_database, [&] { return write(batch); });
}

HistoryResult<void> HistoryStore::write(const HistoryBatch& batch)
{
    HistoryResult<void> done = BatchWriter(m_database).write(batch);
    if (done) {
        QSqlQuery query(m_database);
        query.prepare(u"UPDATE run SET seen_at = ? WHERE id = ?"_s);
        query.bindValue(0, qint64{toMilliseconds(batch.seenAt)});
        query.bindValue(1, qint64{m_run});
        if (!query.exec()) {
            done = tl::unexpected(problemOf(query.lastError()));
        }
    }
    return done;
}

HistoryResult<void> HistoryStore::prune(const HistoryLimits& limits, HistoryTime now)
{
    return HistoryPruner(m_database).prune(limits, now);
}

HistoryResult<std::uint64_t> HistoryStore::size()
{
    return historySize(m_database);
}

}  // namespace quaywatch
