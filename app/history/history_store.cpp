// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/history_store.h"

#include "app/history/history_schema.h"
#include "app/history/sql_answers.h"

#include <atomic>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QTimeZone>
#include <QVariant>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using Kind = HistoryProblem::Kind;

namespace {

constexpr auto kPrivateFile = QFile::ReadOwner | QFile::WriteOwner;

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"quaywatch-history-%1"_s.arg(++count);
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
    : m_path(std::move(path))
    , m_lock(m_path + u".lock"_s)
{
    m_lock.setStaleLockTime(0);  // Only the death of its holder frees it, not its age.
}

HistoryStore::~HistoryStore()
{
    close();
}

void HistoryStore::close()
{
    m_run = 0;
    if (!m_connection.isEmpty()) {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
    }
    m_lock.unlock();
}

HistoryResult<OpenedHistory> HistoryStore::open(HistoryTime now)
{
    close();
    HistoryResult<void> done = prepareFolder();
    QString aside;
    if (done) {
        done = openFile();
    }
    if (!done && done.error().kind == Kind::Damaged && isRecorder()) {
        aside = setAside(now);
        done = openFile();
    }
    HistoryResult<OpenedHistory> opened;
    if (done) {
        opened = look();
    }
    if (!done || !opened) {
        close();
        return tl::unexpected(done ? opened.error() : done.error());
    }
    opened->setAside = aside;
    return opened;
}

HistoryResult<void> HistoryStore::prepareFolder()
{
    const QFileInfo info(m_path);
    const bool isThere = info.dir().exists();
    if (!isThere && !QDir().mkpath(info.absolutePath())) {
        return historyFailure(Kind::NotWritable, info.absolutePath());
    }
    if (!m_lock.tryLock(0) && m_lock.error() != QLockFile::LockFailedError) {
        return historyFailure(Kind::NotWritable, info.absolutePath());
    }
    return {};
}

HistoryResult<void> HistoryStore::openFile()
{
    if (isRecorder() && !QFile::exists(m_path)) {
        // What a user did is nobody else's business. The files beside it take over its rights.
        QFile file(m_path);
        if (!file.open(QFile::WriteOnly) || !file.setPermissions(kPrivateFile)) {
            return historyFailure(Kind::NotWritable, m_path);
        }
    }
    m_connection = nextConnectionName();
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    if (!m_database.isValid()) {
        return historyFailure(Kind::NoDriver);
    }
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=3000"_s);
    if (!m_database.open()) {
        return tl::unexpected(problemOf(m_database.lastError()));
    }
    if (!isRecorder()) {
        const HistoryResult<qint64> version = readNumber(m_database, "PRAGMA user_version");
        return version && *version == kHistoryVersion ? HistoryResult<void>()
                                                      : historyFailure(Kind::OtherRecorder, m_path);
    }
    HistoryResult<void> done = runSql(m_database, {"PRAGMA synchronous=NORMAL"});
    if (done) {
        done = migrateHistory(m_database);
    }
    if (done) {
        done = runSql(m_database, {"PRAGMA journal_mode=WAL", "PRAGMA journal_size_limit=4000000"});
    }
    if (!done) {
        return done;
    }
    const HistoryResult<bool> sound = isSound();
    if (!sound) {
        return tl::unexpected(sound.error());
    }
    return *sound ? HistoryResult<void>() : historyFailure(Kind::Damaged, m_path);
}

/// A file that was left in order is trusted: reading all of it takes a moment.
HistoryResult<bool> HistoryStore::isSound()
{
    const HistoryResult<qint64> broken =
        readNumber(m_database, "SELECT is_ended = 0 FROM run ORDER BY id DESC LIMIT 1");
    if (!broken) {
        return tl::unexpected(broken.error());
    }
    if (*broken == 0) {
        return true;
    }
    QSqlQuery query(m_database);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next()) {
        return tl::unexpected(problemOf(query.lastError()));
    }
    return query.value(0).toString() == "ok"_L1;
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
        auto party = std::make_shared<HistoryParty>();
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
    return opened;
}

QString HistoryStore::setAside(HistoryTime now)
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(std::exchange(m_connection, {}));
    const QFileInfo info(m_path);
    const QString date = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), QTimeZone::utc())
                             .toString(u"yyyy-MM-dd-HHmmss"_s);
    const QString stem = info.dir().filePath(info.completeBaseName() + u"-damaged-"_s + date);
    QString name = stem + u".sqlite"_s;
    for (int i = 2; QFile::exists(name); ++i) {
        name = stem + u"-%1.sqlite"_s.arg(i);
    }
    QFile::rename(m_path, name);
    // What was not yet moved into the file is of use only beside it.
    for (const QString& end : {u"-wal"_s, u"-shm"_s}) {
        QFile::rename(m_path + end, name + end);
    }
    return name;
}

HistoryResult<void> HistoryStore::beginRun(HistoryTime now)
{
    const auto at = qint64{toMilliseconds(now)};
    HistoryResult<void> done = runOnce(
        m_database, "INSERT INTO run(started_at, seen_at, is_ended) VALUES(?, ?, 0)", {at, at});
    if (done) {
        const HistoryResult<qint64> id = readNumber(m_database, "SELECT max(id) FROM run");
        m_run = id.value_or(0);
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

HistoryResult<std::uint64_t> HistoryStore::size()
{
    const HistoryResult<qint64> pages = readNumber(m_database, "PRAGMA page_count");
    const HistoryResult<qint64> pageSize = readNumber(m_database, "PRAGMA page_size");
    if (!pages || !pageSize) {
        return tl::unexpected(pages ? pageSize.error() : pages.error());
    }
    return static_cast<std::uint64_t>(*pages * *pageSize);
}

}  // namespace quaywatch
