// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_entry.h"
#include "app/history/history_problem.h"
#include "core/port_id.h"

#include <cstdint>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace quaywatch {

/// What the history knows of a minute that was watched from its beginning to its end. Empty is
/// what it does not know.
///
/// It knows nothing of how many connections were open, and of bytes only how many those had that
/// closed, however long ago they went: neither makes a course of time.
struct PastMinute {
    std::int64_t minute = 0;                 ///< Since 1970.
    std::optional<std::uint32_t> listeners;  ///< Ports that listened, at most; not of one port.
    std::optional<std::uint64_t> opened;     ///< Connections; of a port: those that came in.

    friend bool operator==(const PastMinute&, const PastMinute&) = default;
};

/// The minutes between two times, at most a day apart; those that were not watched are left out.
///
/// @param port  Empty: of the whole machine, where a connection within it counts once.
[[nodiscard]] HistoryResult<std::vector<PastMinute>> readPast(QSqlDatabase& database,
                                                              const std::optional<PortId>& port,
                                                              HistoryTime from, HistoryTime to);

}  // namespace quaywatch
