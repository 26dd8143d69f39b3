// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/watched_span_tracker.h"

#include <algorithm>

namespace quaywatch {
namespace {

constexpr std::chrono::minutes kLongestSpan{2};

}  // namespace

std::optional<std::chrono::system_clock::time_point> WatchedSpanTracker::startOf(
    const TrafficSample& sample) noexcept
{
    using Duration = std::chrono::system_clock::duration;
    if (!sample.from) {
        return std::nullopt;
    }
    const Duration span = sample.to - *sample.from;
    const Duration longest = std::max<Duration>(kLongestSpan, 2 * m_lastStep);
    m_lastStep = span;
    return span > Duration::zero() && span <= longest ? sample.from : std::nullopt;
}

}  // namespace quaywatch
