// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/traffic_meter.h"

#include <chrono>
#include <optional>

namespace quaywatch {

/// Decides which intervals between two polls count as watched (see isWatchedSpan()). Another one is
/// a gap: it is not known how the traffic was distributed in it, nor whether the clock was running.
///
/// Pure; pass every sample to it, in order.
class WatchedSpanTracker {
public:
    /// @return The start of the interval that ends with this sample; empty if it does not count.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> startOf(
        const TrafficSample& sample) noexcept;

private:
    std::chrono::system_clock::duration m_lastStep{};
};

}  // namespace quaywatch
