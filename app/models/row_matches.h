// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"

#include <vector>

namespace quaywatch {

/// From one snapshot to the next.
struct SnapshotTransition {
    const Snapshot& before;
    const Snapshot& after;
    const SnapshotDiff& steps;
};

/// Which rows match a filter, by row of the later snapshot; `was` says it of the earlier one.
/// Asks the filter of rows that came or are others now alone. O(n), without the filter's cost.
[[nodiscard]] std::vector<bool> matchesAfter(const std::vector<bool>& was,
                                             const SnapshotTransition& transition,
                                             const Filter& filter);

/// Whether something that a filter or a sort may look at is another object now, though it is
/// nothing that a user calls a change, such as a user's name that became known.
[[nodiscard]] bool areDetailsReplaced(const SocketRecord& before,
                                      const SocketRecord& after) noexcept;

}  // namespace quaywatch
