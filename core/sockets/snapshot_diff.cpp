// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/snapshot_diff.h"

#include <algorithm>

namespace quaywatch {
namespace {

void extend(std::vector<RowRun>& runs, std::size_t row)
{
    if (!runs.empty() && runs.back().first + runs.back().count == row) {
        ++runs.back().count;
    } else {
        runs.push_back({row, 1});
    }
}

}  // namespace

SnapshotDiff diff(const Snapshot& before, const Snapshot& after)
{
    SnapshotDiff steps;
    std::size_t oldRow = 0;
    std::size_t newRow = 0;
    while (oldRow < before.sockets.size() && newRow < after.sockets.size()) {
        const SocketRecord& was = before.sockets[oldRow];
        const SocketRecord& now = after.sockets[newRow];
        const auto order = was.key <=> now.key;
        if (order < 0) {
            extend(steps.removed, oldRow++);
        } else if (order > 0) {
            extend(steps.added, newRow++);
        } else {
            if (isChanged(was, now)) {
                extend(steps.changed, newRow);
            } else if (hasMinorChange(was, now)) {
                extend(steps.countersOnly, newRow);
            }
            ++oldRow;
            ++newRow;
        }
    }
    while (oldRow < before.sockets.size()) {
        extend(steps.removed, oldRow++);
    }
    while (newRow < after.sockets.size()) {
        extend(steps.added, newRow++);
    }
    std::reverse(steps.removed.begin(), steps.removed.end());
    return steps;
}

}  // namespace quaywatch
