// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <set>
#include <vector>

namespace quaywatch {

/// What came of one look at a port.
struct PlanAttempt {
    Result<EndPlan> plan;
    /// All owners that the snapshot has of the port ended before they could be taken hold of; who
    /// has it now is not known.
    bool haveOwnersEnded = false;
    /// The listeners, where no owner is known of any. Of a socket that was closed or handed on
    /// while processes were looked into, another look may find one.
    std::set<SocketKey> ownerless = {};
};

/// Makes a plan by this snapshot alone; for planEndOn().
[[nodiscard]] PlanAttempt attemptPlan(const EndSystem& system, const EndTarget& target,
                                      const SnapshotPtr& snapshot);

/// Takes hold of the workers of a candidate, if that is not refused. Where too few files may be
/// opened for all of them, some places are left free for reading what has to be read.
void holdWorkers(const EndSystem& system, const std::vector<ProcessPtr>& workers,
                 EndCandidate& candidate);

}  // namespace quaywatch
