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

/// The traffic of a minute that was watched at least in part. A port or program that is not in it
/// had no traffic, unless hasMorePorts or hasMorePrograms is set.
struct TrafficMinute {
    std::int64_t minute = 0;  ///< Minutes since 1970.
    TrafficBucket all;        ///< The whole machine; only this one has the watched seconds.
    std::map<PortId, TrafficBucket> ports;
    std::map<std::string, TrafficBucket> programs;  ///< By key.
    bool hasMorePorts = false;
    bool hasMorePrograms = false;
};

/// Collects the measurements of a TrafficMeter by the minute, as TrafficSeries does by its steps.
///
/// Pure; it uses the time of the samples. A minute contains only the busiest ports and programs:
/// see kMaxPorts.
class TrafficMinutes {
public:
    static constexpr std::size_t kMaxPorts = 192;
    static constexpr std::size_t kMaxPrograms = 64;

    void add(const TrafficSample& sample);

    /// Returns the minutes that have ended, each once.
    [[nodiscard]] std::vector<TrafficMinute> takeFinished();
    /// Returns the current minute as well; its remaining part becomes another one with the same
    /// number.
    [[nodiscard]] std::vector<TrafficMinute> takeAll();

private:
    WatchedSpanTracker m_spans;
    std::map<std::int64_t, TrafficMinute> m_minutes;
    std::int64_t m_running = 0;
};

}  // namespace quaywatch
