// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"

#include <chrono>
#include <optional>

namespace quaywatch {

/// Tells which times between two looks count as watched. One that is longer than two minutes, and
/// than what is usual, is a hole: nobody knows how the traffic lay in it, nor whether the clock
/// ran.
///
/// Pure; it sees every sample in turn.
class WatchedSpanTracker {
public:
    /// @return When the time began that ends with this sample; empty if it does not count.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> startOf(
        const TrafficSample& sample) noexcept;

private:
    std::chrono::system_clock::duration m_lastStep{};
};

}  // namespace quaywatch
