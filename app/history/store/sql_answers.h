// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How statements are run and answers read; for the .cpp files of this folder.

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"
#include "app/history/store/history_subject.h"

#include <optional>
#include <QSqlQuery>
#include <QVariant>

namespace quaywatch {

/// Runs a statement with its values in the order of its question marks.
[[nodiscard]] HistoryResult<QSqlQuery> askSql(QSqlDatabase& database, const QString& statement,
                                              const QVariantList& values);

/// Whether next() ended since there are no more rows.
/// @return What stopped it otherwise: a damaged page, a lock, a disk that fails.
[[nodiscard]] HistoryResult<void> endOf(const QSqlQuery& query);

/// For QSqlDatabase::addDatabase(); never given twice.
[[nodiscard]] QString nextConnectionName();

/// A statement to be run often; what cannot be prepared (a disk that fills, a damaged file) says so
/// when it is run.
[[nodiscard]] QSqlQuery prepareSql(QSqlDatabase& database, const QString& statement);
[[nodiscard]] HistoryResult<void> runPrepared(QSqlQuery& query, const QVariantList& values);

/// The columns subjectAt() reads, of a table or its alias.
[[nodiscard]] QString subjectColumns(const QString& table);
inline constexpr int kSubjectColumns = 8;
/// @param column  The first of them.
[[nodiscard]] HistorySubject subjectAt(const QSqlQuery& query, int column);

/// Text that is fit to be shown, whoever wrote the file.
[[nodiscard]] QString plainTextAt(const QSqlQuery& query, int column);
[[nodiscard]] std::optional<HistoryTime> timeAt(const QSqlQuery& query, int column);

}  // namespace quaywatch
