// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Running statements and reading their results; for the .cpp files of this folder.

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"
#include "app/history/store/history_subject.h"

#include <optional>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

/// Runs a statement with its values, in the order of its question marks.
[[nodiscard]] HistoryResult<QSqlQuery> askSql(QSqlDatabase& database, const QString& statement,
                                              const QVariantList& values);

/// Whether next() ended because there are no more rows.
/// @return Otherwise, the problem that stopped it: a damaged page, a lock, a failing disk.
[[nodiscard]] HistoryResult<void> endOf(const QSqlQuery& query);

/// Returns a name for QSqlDatabase::addDatabase(); never the same twice.
[[nodiscard]] QString nextConnectionName();

/// Prepares a statement that runs often. If it cannot be prepared (full disk, damaged file),
/// running it reports the error.
[[nodiscard]] QSqlQuery prepareSql(QSqlDatabase& database, const QString& statement);
[[nodiscard]] HistoryResult<void> runPrepared(QSqlQuery& query, const QVariantList& values);

/// The columns that subjectAt() reads, of a table or its alias.
[[nodiscard]] QString subjectColumns(const QString& table);
inline constexpr int kSubjectColumns = 8;
/// @param column  The first of them.
[[nodiscard]] HistorySubject subjectAt(const QSqlQuery& query, int column);

/// Returns text that is safe to show, whoever wrote the file.
[[nodiscard]] QString plainTextAt(const QSqlQuery& query, int column);
[[nodiscard]] std::optional<HistoryTime> timeAt(const QSqlQuery& query, int column);

}  // namespace quaywatch
