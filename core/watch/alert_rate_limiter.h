// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert.h"
#include "core/watch/watch_clock.h"
#include "core/watch/watch_rules.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace quaywatch {

/// Makes one alert of many: of the alerts of one moment that are too many, and of those that keep
/// coming. What is graver than the flood so far still comes through.
class AlertRateLimiter {
public:
    using Time = WatchClock::Time;

    /// @param alerts  Of one look; repeats among them pass, up to a limit.
    /// @return What is left to tell.
    [[nodiscard]] std::vector<Alert> admit(std::vector<Alert> alerts, Time now,
                                           const WatchRules& rules);
    /// What is told of the first snapshot: at most one alert.
    [[nodiscard]] static std::vector<Alert> passFirst(std::vector<Alert> alerts);

private:
    [[nodiscard]] std::vector<Alert> begin(const std::vector<Alert>& alerts, Time now);
    [[nodiscard]] std::vector<Alert> continueBurst(std::vector<Alert> alerts, Time now,
                                                   const WatchRules& rules);
    void note(std::size_t count, Time now, const WatchRules& rules);
    [[nodiscard]] bool isOver(Time now, const WatchRules& rules) const;
    void flushSuppressed(std::vector<Alert>& reported, Time now);

    std::deque<Time> m_recent;  ///< When the last alerts came; one more than are too few.
    bool m_isOn = false;
    Severity m_severity = Severity::Info;  ///< The gravest of this flood that was told.
    std::vector<Alert> m_keptBack;         ///< The first of them; see m_keptBackCount.
    std::size_t m_keptBackCount = 0;
    Time m_lastReported{0};
};

}  // namespace quaywatch
