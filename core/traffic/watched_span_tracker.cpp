// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/watched_span_tracker.h"

#include "core/sockets/watched_span.h"

namespace quaywatch {

std::optional<std::chrono::system_clock::time_point> WatchedSpanTracker::startOf(
    const TrafficSample& sample) noexcept
{
    using Duration = std::chrono::system_clock::duration;
    if (!sample.from) {
        return std::nullopt;
    }
    const Duration span = sample.to - *sample.from;
    const bool isWatched = span > Duration::zero() && isWatchedSpan(span, m_lastStep);
    m_lastStep = span;
    return isWatched ? sample.from : std::nullopt;
}

}  // namespace quaywatch
