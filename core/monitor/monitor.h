// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_reloader.h"
#include "core/monitor/system_access.h"
#include "core/sampling/sampler.h"
#include "core/watch/watcher.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// One poll: the snapshot, the changes since the one before, and the alerts.
struct MonitorUpdate {
    SnapshotUpdate update;
    /// They include repeats (Alert::isRepeat).
    std::vector<Alert> alerts;
};

/// Polls the sockets of a machine, judges them by the user's baseline, which it reads again when
/// the file changes, and watches them for alerts. For one thread, on which it also opens its
/// sources. Blocks.
class Monitor {
public:
    Monitor(SystemAccess access, BaselineReloader baseline);

    /// Takes the next snapshot. The first call opens the sources; if that fails, the next call
    /// tries again.
    /// @return The error of the source.
    [[nodiscard]] Result<MonitorUpdate> poll();

    /// The alerts that were held back and not reported yet, combined into one; see
    /// Watcher::finish(). Call it when the watch ends.
    [[nodiscard]] std::vector<Alert> finish();

    /// The last snapshot; null before the first.
    [[nodiscard]] SnapshotPtr current() const noexcept;

    /// Whether a baseline is active depends on its file, not on the rules.
    void setRules(const WatchRules& rules);
    /// Only what the filter matches alerts.
    void setFilter(Filter filter);
    /// The next poll reads the baseline's files, whether they have changed or not.
    void reloadBaseline() { m_baseline.forgetStamps(); }
    /// The gap that each snapshot reports because this user can have no baseline of their own, and
    /// the system has none.
    void setMissingBaseline(Gap gap);

private:
    [[nodiscard]] Result<void> open();
    void applyBaseline();
    void applyRules();

    SystemAccess m_access;
    BaselineReloader m_baseline;
    std::optional<Gap> m_missingBaseline;
    WatchRules m_rules;
    Watcher m_watcher;
    std::optional<Sampler> m_sampler;
};

}  // namespace quaywatch
