// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert.h"
#include "core/watch/watch_clock.h"
#include "core/watch/watch_rules.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <vector>

namespace quaywatch {

/// Combines alerts into one: when there are too many at one moment, and when they keep coming. An
/// alert that is more severe than the burst so far is still passed on.
class AlertRateLimiter {
public:
    using Time = WatchClock::Time;

    /// @param alerts  The alerts of one poll; repeats among them are passed on, up to a limit.
    /// @param at  The time of the poll; an alert that combines earlier ones gets it.
    /// @return The alerts to report.
    [[nodiscard]] std::vector<Alert> admit(std::vector<Alert> alerts, Time now,
                                           std::chrono::system_clock::time_point at,
                                           const WatchRules& rules);
    /// The alerts that were held back and not reported yet, combined into one; empty if there are
    /// none. For the end of the watch.
    [[nodiscard]] std::vector<Alert> takeHeldBack(std::chrono::system_clock::time_point at);
    /// The report on the first snapshot: at most one alert.
    [[nodiscard]] static std::vector<Alert> passFirst(std::vector<Alert> alerts);

private:
    [[nodiscard]] std::vector<Alert> begin(const std::vector<Alert>& alerts, Time now);
    [[nodiscard]] std::vector<Alert> continueBurst(std::vector<Alert> alerts, Time now,
                                                   const WatchRules& rules);
    void note(std::size_t count, Time now, const WatchRules& rules);
    [[nodiscard]] bool isOver(Time now, const WatchRules& rules) const;
    void flushSuppressed(std::vector<Alert>& reported, std::chrono::system_clock::time_point at);

    std::deque<Time> m_recent;  ///< Times of the last alerts; one more than is allowed.
    bool m_isOn = false;
    Severity m_severity = Severity::Info;  ///< The highest reported in this burst.
    std::vector<Alert> m_keptBack;         ///< The first suppressed; see m_keptBackCount.
    std::size_t m_keptBackCount = 0;
    Time m_lastReported{0};
};

}  // namespace quaywatch
