// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_problem.h"

class QSqlDatabase;

namespace quaywatch {

/// The version of the file this program writes.
inline constexpr int kHistoryVersion = 3;

/// Brings an open file to kHistoryVersion in one transaction: an empty one from nothing, an older
/// one step by step. One of this version is not touched.
///
/// @return Newer for a file that is left as it is; Damaged for what is no history, or one whose
///         version is not that of its tables.
[[nodiscard]] HistoryResult<void> migrateHistory(QSqlDatabase& database);

/// Runs statements that take no values and give none, in order, until one fails.
[[nodiscard]] HistoryResult<void> runSql(QSqlDatabase& database,
                                         std::initializer_list<const char*> statements);
/// The first value of a statement's first row, 0 if it has none.
[[nodiscard]] HistoryResult<qint64> readNumber(QSqlDatabase& database, const char* statement);

}  // namespace quaywatch
