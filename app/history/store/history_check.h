// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Whether an open file is a history this program can go on with. All of it is read: a few hundred
/// milliseconds for a large one.

#pragma once

#include "app/history/store/history_problem.h"

#include <cstdint>

class QSqlDatabase;

namespace quaywatch {

enum class PageCheck : std::uint8_t {
    Quick,  ///< The form of each page.
    Whole,  ///< And that each index has what its table has; takes several times as long.
};
/// @return Damaged; what kept it from being read (Busy, InputOutput, NoMemory).
[[nodiscard]] HistoryResult<void> checkPages(QSqlDatabase& database, PageCheck check);

/// Whether tables, indexes and triggers are those of kHistoryVersion and no others, and no value is
/// one that this program would not have written.
/// @return As checkPages().
[[nodiscard]] HistoryResult<void> checkContents(QSqlDatabase& database);

}  // namespace quaywatch
