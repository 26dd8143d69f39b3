// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter.h"
#include "core/sockets/snapshot_diff.h"

#include <vector>

namespace quaywatch {

/// The transition from one snapshot to the next.
struct SnapshotTransition {
    const Snapshot& before;
    const Snapshot& after;
    const SnapshotDiff& steps;
};

/// Returns which rows of the later snapshot match a filter; `was` has the same for the earlier one.
/// Applies the filter only to new and changed rows. O(n), plus the filter's cost for those.
[[nodiscard]] std::vector<bool> matchesAfter(const std::vector<bool>& was,
                                             const SnapshotTransition& transition,
                                             const Filter& filter);

/// Whether a detail that a filter or a sort may use was replaced, although it does not count as a
/// change for the user, such as a user's name that became known.
[[nodiscard]] bool areDetailsReplaced(const SocketRecord& before,
                                      const SocketRecord& after) noexcept;

}  // namespace quaywatch
