// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"
#include "core/watch/alert.h"
#include "core/watch/watch_rules.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace quaywatch {

/// Finds what must be reported to the user in the updates of a Sampler: call observe() once for
/// each update, in order.
///
/// It has no thread and no clock: time is that of the snapshots, and it may jump in either
/// direction (the machine slept, the clock was set) without a lost or false alert. Nothing is
/// recognized by PID, so that a service that restarts produces no alert. Memory is bounded in all
/// cases.
class Watcher {
public:
    explicit Watcher(const WatchRules& rules = {});
    Watcher(Watcher&&) noexcept;
    Watcher& operator=(Watcher&&) noexcept;
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;
    ~Watcher();

    /// Sets the rules, from the next update on. What was reported stays reported; a rule that is
    /// switched on reports what it finds as if it were new. If there was no baseline before, a new
    /// one does not report the existing listeners.
    void setRules(const WatchRules& rules);
    /// Reports only sockets that match; all by default.
    void setFilter(Filter filter);

    /// Returns the new alerts. The alerts of the first snapshot are combined into at most one. What
    /// was reported before and comes again after a short time is a repeat (Alert::isRepeat). More
    /// than WatchRules::alertsPerWindow alerts in a window become one alert of rule AlertBurst that
    /// names and counts them; the later alerts of the same burst are combined into one more, a
    /// repeat, when the burst ends.
    [[nodiscard]] std::vector<Alert> observe(const SnapshotUpdate& update);

    /// The alerts that were held back during a burst and are not reported yet, combined into one, a
    /// repeat; empty if there are none. Call it when no further update will come.
    /// @param at  The time that the alert gets.
    [[nodiscard]] std::vector<Alert> finish(std::chrono::system_clock::time_point at);

    /// Number of remembered items. For tests: it must not grow without limit.
    [[nodiscard]] std::size_t memorySize() const noexcept;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace quaywatch
