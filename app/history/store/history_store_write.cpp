// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What HistoryStore does once it is open: writing, and forgetting.

#include "app/history/store/batch_writer.h"
#include "app/history/store/history_schema.h"
#include "app/history/store/history_store.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kMinuteLength = 60'000;  // milliseconds, as times are in the file
/// No chart goes further back: what is older goes first where there is no room.
constexpr std::chrono::hours kMinutesShown{24};

/// Runs `work` in a transaction: all of it is written, or nothing.
template <class Work>
HistoryResult<void> inTransaction(QSqlDatabase& database, Work work)
{
    // At once, or two writers that both read first would end in a deadlock no timeout solves.
    HistoryResult<void> done = runSql(database, {"BEGIN IMMEDIATE"});
    if (!done) {
        return done;
    }
    done = work();
    if (done) {
        done = runSql(database, {"COMMIT"});
    }
    if (!done) {
        static_cast<void>(runSql(database, {"ROLLBACK"}));
    }
    return done;
}

HistoryResult<void> runWith(QSqlDatabase& database, const QString& statement, qint64 value)
{
    QSqlQuery query(database);
    query.prepare(statement);
    query.bindValue(0, value);
    return query.exec() ? HistoryResult<void>() : tl::unexpected(problemOf(query.lastError()));
}

}  // namespace

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
    const qint64 oldest = toMilliseconds(now - limits.age);
    HistoryResult<void> done = inTransaction(m_database, [&] {
        HistoryResult<void> step = runWith(m_database, u"DELETE FROM event WHERE at < ?"_s, oldest);
        if (step) {
            step = forgetMinutes(oldest / kMinuteLength);
        }
        if (step) {
            step = runWith(
                m_database,
                u"DELETE FROM run WHERE seen_at < ? AND id < (SELECT max(id) FROM run)"_s, oldest);
        }
        return step ? forgetParties() : step;
    });
    HistoryResult<std::uint64_t> bytes = size();
    if (!done || !bytes || *bytes <= limits.bytes) {
        return done;
    }
    done = inTransaction(m_database, [&] {
        return forgetMinutes(toMilliseconds(now - kMinutesShown) / kMinuteLength);
    });
    bytes = size();
    // A bit more than must be, so that it need not be done again in a minute.
    const std::uint64_t wanted = limits.bytes - limits.bytes / 8;
    constexpr int kMostRounds = 40;
    for (int round = 0; done && bytes && *bytes > wanted && round < kMostRounds; ++round) {
        done = forgetOldest();
        bytes = size();
    }
    return done ? runSql(m_database, {"PRAGMA wal_checkpoint(TRUNCATE)"}) : done;
}

/// An eighth of what there is.
HistoryResult<void> HistoryStore::forgetOldest()
{
    return inTransaction(m_database, [&] {
        HistoryResult<void> step =
            runSql(m_database, {"DELETE FROM event WHERE id IN (SELECT id FROM event ORDER BY "
                                "at, id LIMIT (SELECT count(*) / 8 + 1 FROM event))"});
        if (step) {
            const HistoryResult<qint64> first =
                readNumber(m_database,
                           "SELECT minute FROM machine_minute ORDER BY minute LIMIT 1 OFFSET "
                           "(SELECT count(*) / 8 FROM machine_minute)");
            step = first ? forgetMinutes(*first + 1) : tl::unexpected(first.error());
        }
        return step ? forgetParties() : step;
    });
}

/// @param end  The first minute to be kept.
HistoryResult<void> HistoryStore::forgetMinutes(std::int64_t end)
{
    HistoryResult<void> step;
    for (const auto& statement : {u"DELETE FROM machine_minute WHERE minute < ?"_s,
                                  u"DELETE FROM port_minute WHERE minute < ?"_s,
                                  u"DELETE FROM program_minute WHERE minute < ?"_s,
                                  u"DELETE FROM program WHERE last_minute < ?"_s}) {
        if (step) {
            step = runWith(m_database, statement, qint64{end});
        }
    }
    return step;
}

/// Those that are gone and of which nothing is told any more.
HistoryResult<void> HistoryStore::forgetParties()
{
    return runSql(m_database, {"DELETE FROM party WHERE open_since IS NULL AND id NOT IN "
                               "(SELECT party FROM event WHERE party IS NOT NULL UNION "
                               "SELECT previous FROM event WHERE previous IS NOT NULL)"});
}

}  // namespace quaywatch
