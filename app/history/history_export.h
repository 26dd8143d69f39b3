// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The history as files for other programs. Names and tokens are stable; CSV is that of
/// core/export/exporter.h (RFC 4180, formulas neutralized), JSON is one object. Unknown values are
/// empty or null.

#pragma once

#include "app/history/history_changes.h"
#include "app/history/history_queries.h"

#include <string>
#include <vector>

namespace quaywatch {

[[nodiscard]] std::string_view token(HistoryKind kind) noexcept;          ///< "opened"
[[nodiscard]] std::string_view token(HistoryChange::Kind kind) noexcept;  ///< "new"

[[nodiscard]] std::string timelineCsv(const std::vector<HistoryRow>& rows);
[[nodiscard]] std::string timelineJson(const std::vector<HistoryRow>& rows);
[[nodiscard]] std::string changesCsv(const std::vector<HistoryChange>& changes);
/// @param since  The requested time.
[[nodiscard]] std::string changesJson(const std::vector<HistoryChange>& changes, HistoryTime since);

}  // namespace quaywatch
