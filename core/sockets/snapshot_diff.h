// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"
#include "core/sockets/socket_close.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace quaywatch {

/// `count` neighbouring rows starting at `first`.
struct RowRun {
    std::size_t first = 0;
    std::size_t count = 0;

    friend bool operator==(const RowRun&, const RowRun&) = default;
};

/// The steps from one snapshot to the next: apply `removed`, then `added`, then the rest, each
/// front to back, and the rows of `before` have become those of `after`.
struct SnapshotDiff {
    std::vector<RowRun> removed;       ///< Rows of `before`, last run first.
    std::vector<RowRun> added;         ///< Rows of `after`, first run first.
    std::vector<RowRun> changed;       ///< Rows of `after` whose key stayed and isChanged().
    std::vector<RowRun> countersOnly;  ///< Rows of `after` with hasMinorChange() alone.

    /// Nothing a user calls a change; counters may have moved.
    [[nodiscard]] bool isQuiet() const noexcept
    {
        return removed.empty() && added.empty() && changed.empty();
    }
};

/// Compares two snapshots in O(n + m). Both must be in ascending SocketKey order.
[[nodiscard]] SnapshotDiff diff(const Snapshot& before, const Snapshot& after);

/// What a worker hands to a view: two snapshots and the way between them. `before` is an empty
/// snapshot the first time, and isFirst is set: nothing flashes, nothing is an event.
struct SnapshotUpdate {
    SnapshotPtr before;
    SnapshotPtr after;
    SnapshotDiff steps;
    bool isFirst = false;
    /// What the system told about closed sockets since the update before; null where it was not
    /// asked. See socket_close.h.
    std::shared_ptr<const CloseBatch> closes;
};

}  // namespace quaywatch
