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

/// The history's data for a minute that was watched at least in part, measured in the same way as
/// the live data of the charts. Unknown values are empty.
struct PastMinute {
    std::int64_t minute = 0;  ///< Minutes since 1970.
    double seconds = 0;       ///< Watched seconds of the minute; the rest is not counted.
    std::optional<std::uint32_t> listeners;    ///< Maximum.
    std::optional<std::uint32_t> connections;  ///< Open connections, maximum.
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
