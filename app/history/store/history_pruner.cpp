// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/history_pruner.h"

#include "app/history/store/history_schema.h"
#include "app/history/store/sql_transaction.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::int64_t kMinuteLength = 60'000;  // milliseconds, as in the file
/// The longest span of a chart: older minutes are deleted first if space is short.
constexpr std::chrono::hours kMinutesShown{24};

HistoryResult<void> runWith(QSqlDatabase& database, const QString& statement, qint64 value)
{
    QSqlQuery query(database);
    query.prepare(statement);
    query.bindValue(0, value);
    return query.exec() ? HistoryResult<void>() : tl::unexpected(problemOf(query.lastError()));
}

}  // namespace

HistoryResult<std::uint64_t> historySize(QSqlDatabase& database)
{
    const HistoryResult<qint64> pages = readNumber(database, "PRAGMA page_count");
    const HistoryResult<qint64> pageSize = readNumber(database, "PRAGMA page_size");
    if (!pages || !pageSize) {
        return tl::unexpected(pages ? pageSize.error() : pages.error());
    }
    return static_cast<std::uint64_t>(*pages * *pageSize);
}

HistoryPruner::HistoryPruner(QSqlDatabase& database)
    : m_database(database)
{
}

HistoryResult<void> HistoryPruner::prune(const HistoryLimits& limits, HistoryTime now)
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
    HistoryResult<std::uint64_t> bytes = historySize(m_database);
    if (!done || !bytes || *bytes <= limits.bytes) {
        return done;
    }
    done = inTransaction(m_database, [&] {
        return forgetMinutes(toMilliseconds(now - kMinutesShown) / kMinuteLength);
    });
    bytes = historySize(m_database);
    // Deletes a bit more than necessary, so that the next pruning is not due a minute later.
    const std::uint64_t wanted = limits.bytes - limits.bytes / 8;
    constexpr int kMaxRounds = 40;
    for (int round = 0; done && bytes && *bytes > wanted && round < kMaxRounds; ++round) {
        done = forgetOldest();
        bytes = historySize(m_database);
    }
    return done ? runSql(m_database, {"PRAGMA wal_checkpoint(TRUNCATE)"}) : done;
}

/// Deletes the oldest eighth of all entries.
HistoryResult<void> HistoryPruner::forgetOldest()
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
HistoryResult<void> HistoryPruner::forgetMinutes(std::int64_t end)
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

/// Deletes parties that are closed and have no entries left.
HistoryResult<void> HistoryPruner::forgetParties()
{
    return runSql(m_database, {"DELETE FROM party WHERE open_since IS NULL AND id NOT IN "
                               "(SELECT party FROM event WHERE party IS NOT NULL UNION "
                               "SELECT previous FROM event WHERE previous IS NOT NULL)"});
}

}  // namespace quaywatch
