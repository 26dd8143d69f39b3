// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"
#include "core/sockets/socket_close.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace quaywatch {

/// `count` adjacent rows starting at `first`.
struct RowRun {
    std::size_t first = 0;
    std::size_t count = 0;

    friend bool operator==(const RowRun&, const RowRun&) = default;
};

/// The rows of a run.
[[nodiscard]] inline std::span<const SocketRecord> rowsOf(const Snapshot& snapshot,
                                                          const RowRun& run)
{
    return std::span(snapshot.sockets).subspan(run.first, run.count);
}

/// Calls `action` with each row of the runs, in their order.
template <class Action>
void forEachRow(const Snapshot& snapshot, const std::vector<RowRun>& runs, Action action)
{
    for (const RowRun& run : runs) {
        for (const SocketRecord& row : rowsOf(snapshot, run)) {
            action(row);
        }
    }
}

/// The steps from one snapshot to the next: apply `removed`, then `added`, then the others, each
/// front to back, and the rows of `before` become those of `after`.
struct SnapshotDiff {
    std::vector<RowRun> removed;       ///< Rows of `before`, last range first.
    std::vector<RowRun> added;         ///< Rows of `after`, first range first.
    std::vector<RowRun> changed;       ///< Rows of `after` with the same key and isChanged().
    std::vector<RowRun> countersOnly;  ///< Rows of `after` for which only hasMinorChange() holds.

    /// Whether nothing that a user calls a change has happened; counters may differ.
    [[nodiscard]] bool isQuiet() const noexcept
    {
        return removed.empty() && added.empty() && changed.empty();
    }
};

/// Compares two snapshots in O(n + m). Both must be in ascending SocketKey order.
[[nodiscard]] SnapshotDiff diff(const Snapshot& before, const Snapshot& after);

/// What a worker passes to a view: two snapshots and the steps between them. The first time,
/// `before` is an empty snapshot and isFirst is set: no row is highlighted and there are no events.
struct SnapshotUpdate {
    SnapshotPtr before;
    SnapshotPtr after;
    SnapshotDiff steps;
    bool isFirst = false;
    /// The closed sockets that the system reported since the previous update; null if it was not
    /// asked. See socket_close.h.
    std::shared_ptr<const CloseBatch> closes;
};

}  // namespace quaywatch
