// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "app/history/store/history_problem.h"
#include "core/traffic/traffic_series.h"

#include <cstdint>
#include <optional>
#include <vector>

class QSqlDatabase;

namespace quaywatch {

/// What the history knows of a minute of which a part at least was watched, measured as what the
/// charts draw live. Empty is what it does not know.
struct PastMinute {
    std::int64_t minute = 0;  ///< Since 1970.
    double seconds = 0;       ///< So many of it were watched; the rest is not counted.
    std::optional<std::uint32_t> listeners;    ///< At most.
    std::optional<std::uint32_t> connections;  ///< Open, at most.
    std::optional<double> opened;
    std::optional<double> bytesReceived;
    std::optional<double> bytesSent;

    friend bool operator==(const PastMinute&, const PastMinute&) = default;
};

/// The watched minutes between two times, in ascending order.
[[nodiscard]] HistoryResult<std::vector<PastMinute>> readPast(QSqlDatabase& database,
                                                              const TrafficScope& subject,
                                                              HistoryTime from, HistoryTime to);

}  // namespace quaywatch
