// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_ring.h"
#include "core/traffic/watched_span_tracker.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace quaywatch {

/// What was measured in a minute of which a part at least was watched. Who is not in it had
/// nothing then, unless there were more than are told apart.
struct TrafficMinute {
    std::int64_t minute = 0;  ///< Since 1970.
    TrafficBucket all;        ///< Of the machine; it alone says how many seconds were watched.
    std::map<PortId, TrafficBucket> ports;
    std::map<std::string, TrafficBucket> programs;  ///< By key.
    bool hasMorePorts = false;
    bool hasMorePrograms = false;
};

/// Gathers what a TrafficMeter measures by the minute, as TrafficSeries does by its steps.
///
/// Pure; its clock is the samples'. A minute tells the busiest apart: see kMaxPorts.
class TrafficMinutes {
public:
    static constexpr std::size_t kMaxPorts = 192;
    static constexpr std::size_t kMaxPrograms = 64;

    void add(const TrafficSample& sample);

    /// The minutes that are over, each once.
    [[nodiscard]] std::vector<TrafficMinute> takeFinished();
    /// The running one, too; what is still to come of it makes another of the same number.
    [[nodiscard]] std::vector<TrafficMinute> takeAll();

private:
    WatchedSpanTracker m_spans;
    std::map<std::int64_t, TrafficMinute> m_minutes;
    std::int64_t m_running = 0;
};

}  // namespace quaywatch
