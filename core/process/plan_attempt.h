// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <set>

namespace quaywatch {

/// The result of one poll of a port.
struct PlanAttempt {
    Result<EndPlan> plan;
    /// All owners of the port in the snapshot ended before their handles could be opened; its
    /// present owner is unknown.
    bool haveOwnersEnded = false;
    /// The listeners, if none of them has a known owner. For a socket that was closed or handed on
    /// while processes were read, another poll may find one.
    std::set<SocketKey> ownerless = {};
};

/// Makes a plan from this snapshot alone; for planEndOn().
[[nodiscard]] PlanAttempt attemptPlan(const EndSystem& system, const EndTarget& target,
                                      const SnapshotPtr& snapshot);

}  // namespace quaywatch
