// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"

#include <chrono>
#include <cstdint>

class QSqlDatabase;

namespace quaywatch {

/// Limits of the history.
struct HistoryLimits {
    std::chrono::days age{30};
    std::uint64_t bytes = 64'000'000;

    friend bool operator==(const HistoryLimits&, const HistoryLimits&) = default;
};

/// Returns the size of the file in bytes, without the write-ahead log.
[[nodiscard]] HistoryResult<std::uint64_t> historySize(QSqlDatabase& database);

/// Deletes entries that are older or more than the limits allow. Belongs to the thread of the
/// database.
class HistoryPruner {
public:
    /// @param database  Open for writing; must outlive this.
    explicit HistoryPruner(QSqlDatabase& database);

    /// Deletes the oldest entries first, and returns the space to the disk.
    [[nodiscard]] HistoryResult<void> prune(const HistoryLimits& limits, HistoryTime now);

private:
    HistoryResult<void> forgetOldest();
    HistoryResult<void> forgetMinutes(std::int64_t end);
    HistoryResult<void> forgetParties();

    QSqlDatabase& m_database;
};

}  // namespace quaywatch
