// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_problem.h"

class QSqlDatabase;

namespace quaywatch {

/// The version of the file format that this program writes.
inline constexpr int kHistoryVersion = 3;

/// Migrates an open file to kHistoryVersion in one transaction: an empty one from nothing, an older
/// one step by step. A file of this version is not changed.
///
/// @return Newer for a file that is left as it is; Damaged for a file that is no history, or whose
///         version does not match its tables.
[[nodiscard]] HistoryResult<void> migrateHistory(QSqlDatabase& database);

/// Runs statements that have no parameters and return no rows, in order, until one fails.
[[nodiscard]] HistoryResult<void> runSql(QSqlDatabase& database,
                                         std::initializer_list<const char*> statements);
/// Returns the first value of a statement's first row, 0 if there is none.
[[nodiscard]] HistoryResult<qint64> readNumber(QSqlDatabase& database, const char* statement);

}  // namespace quaywatch
