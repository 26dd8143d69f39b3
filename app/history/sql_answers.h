// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How a statement is run and its answers are read; for the .cpp files of this folder.

#pragma once

#include "app/history/history_queries.h"

#include <initializer_list>
#include <optional>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

/// Runs a statement with its values in the order of its question marks.
[[nodiscard]] HistoryResult<QSqlQuery> askSql(QSqlDatabase& database, const QString& statement,
                                              const QVariantList& values);

/// Runs a prepared statement with its values in the order of its question marks.
[[nodiscard]] HistoryResult<void> runSql(QSqlQuery& query, std::initializer_list<QVariant> values);

/// The columns subjectAt() reads, of a table or its alias.
[[nodiscard]] QString subjectColumns(const QString& table);
inline constexpr int kSubjectColumns = 8;
/// @param column  The first of them.
[[nodiscard]] HistorySubject subjectAt(const QSqlQuery& query, int column);

/// Text that is fit to be shown, whoever wrote the file.
[[nodiscard]] QString plainTextAt(const QSqlQuery& query, int column);
[[nodiscard]] std::optional<HistoryTime> timeAt(const QSqlQuery& query, int column);

}  // namespace quaywatch
