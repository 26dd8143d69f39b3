// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"
#include "core/watch/alert.h"
#include "core/watch/watch_rules.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace quaywatch {

/// Finds what a person should be told in the updates of a Sampler: one call an update, in turn.
///
/// No thread and no clock of its own: time is that of the snapshots, and may jump either way (a
/// machine that slept, a clock that was set) without an alert lost or made up. Nothing is known by
/// PID: a service that restarts is silent. What is kept is bounded whatever happens.
class Watcher {
public:
    explicit Watcher(const WatchRules& rules = {});
    Watcher(Watcher&&) noexcept;
    Watcher& operator=(Watcher&&) noexcept;
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;
    ~Watcher();

    /// From the next update on. What was told stays told; a rule that is switched on tells what it
    /// finds as if it were new. A baseline where there was none says nothing of the listeners that
    /// stand there.
    void setRules(const WatchRules& rules);
    /// Speaks only of sockets that match; of all by default.
    void setFilter(Filter filter);

    /// What is new. The first snapshot is summed up in at most one alert. What was told before and
    /// comes again after a short time is a repeat (Alert::isRepeat). More than
    /// WatchRules::alertsPerWindow in a window are one alert by rule Many that names and counts
    /// them; what follows of the same flood is told once more, as a repeat, when it has ebbed.
    [[nodiscard]] std::vector<Alert> observe(const SnapshotUpdate& update);

    /// How many things it remembers. For tests: it must not grow without end.
    [[nodiscard]] std::size_t memorySize() const noexcept;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

}  // namespace quaywatch
