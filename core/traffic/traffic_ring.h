// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace quaywatch {

/// The traffic of one time step.
struct TrafficBucket {
    std::int64_t number = -1;  ///< Number of the step, counted from the clock's epoch.
    double received = 0;       ///< Bytes.
    double sent = 0;
    double opened = 0;              ///< Connections; a fraction if a poll interval spans two steps.
    double covered = 0;             ///< Seconds of the step that were watched.
    std::uint32_t listeners = 0;    ///< Maximum of all polls.
    std::uint32_t connections = 0;  ///< Maximum of all polls.

    /// Adds a share of the counted values; listeners and connections become the maximum.
    void add(const TrafficCounts& counts, double share) noexcept;
    /// Adds a share of the counted values of another step, without listeners and connections.
    void addShare(const TrafficBucket& other, double share) noexcept;
};

/// The last `size` time steps; older ones are overwritten.
class TrafficRing {
public:
    TrafficRing(std::chrono::seconds step, std::size_t size);

    [[nodiscard]] std::chrono::seconds step() const noexcept { return m_step; }
    [[nodiscard]] std::size_t size() const noexcept { return m_buckets.size(); }
    [[nodiscard]] std::int64_t numberOf(std::chrono::system_clock::time_point time) const noexcept;
    /// When a step ends.
    [[nodiscard]] std::chrono::system_clock::time_point endOf(std::int64_t number) const noexcept;

    /// Spreads the counts evenly over the time; `from` is before `to`.
    void add(std::chrono::system_clock::time_point from, std::chrono::system_clock::time_point to,
             const TrafficCounts& counts);
    /// Removes every step after this one: the clock was set back.
    void dropAfter(std::int64_t number);
    /// The step with that number; all zeros if nothing is known about it.
    [[nodiscard]] TrafficBucket at(std::int64_t number) const noexcept;

private:
    [[nodiscard]] TrafficBucket& bucket(std::int64_t number);

    std::chrono::seconds m_step;
    std::vector<TrafficBucket> m_buckets;
};

}  // namespace quaywatch
