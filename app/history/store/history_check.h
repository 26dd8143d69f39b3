// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Whether an open file is a history that this program can continue. The whole file is read, which
/// takes a few hundred milliseconds for a large one.

#pragma once

#include "app/history/store/history_problem.h"

#include <cstdint>

class QSqlDatabase;

namespace quaywatch {

enum class PageCheck : std::uint8_t {
    Quick,  ///< The structure of each page.
    Whole,  ///< Also whether each index matches its table; takes several times as long.
};
/// @return Damaged; or the problem that prevented reading (Busy, InputOutput, NoMemory).
[[nodiscard]] HistoryResult<void> checkPages(QSqlDatabase& database, PageCheck check);

/// Whether the tables, indexes and triggers are exactly those of kHistoryVersion, and every value
/// is one that this program could have written.
/// @return As checkPages().
[[nodiscard]] HistoryResult<void> checkContents(QSqlDatabase& database);

}  // namespace quaywatch
