// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"

#include <array>
#include <optional>
#include <QSqlQuery>

class QSqlDatabase;

namespace quaywatch {

/// Writes the parts of one batch within a transaction that its caller began. The statements are
/// prepared once per batch.
class BatchWriter {
public:
    explicit BatchWriter(QSqlDatabase& database);

    [[nodiscard]] HistoryResult<void> write(const HistoryBatch& batch);

private:
    [[nodiscard]] HistoryResult<qint64> partyId(const HistoryIdentity& party, HistoryTime at);
    [[nodiscard]] HistoryResult<void> writeEntry(const HistoryEntry& entry);
    /// @return Whether there was an earlier entry to count it with.
    [[nodiscard]] HistoryResult<bool> countRepeat(const HistoryEntry& entry, qint64 party);
    [[nodiscard]] HistoryResult<bool> isReportedBefore(const HistoryEntry& entry, qint64 party);
    [[nodiscard]] HistoryResult<void> setOpen(qint64 party, std::optional<HistoryTime> since);
    [[nodiscard]] HistoryResult<void> rename(const HistoryRenaming& renaming, HistoryTime at);

    QSqlDatabase& m_database;
    QSqlQuery m_party;
    QSqlQuery m_event;
    QSqlQuery m_repeat;
    QSqlQuery m_open;
    std::array<QSqlQuery, 4> m_renaming;  // each has the new id and the old one as values
};

}  // namespace quaywatch
