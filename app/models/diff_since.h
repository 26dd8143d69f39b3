// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"

#include <optional>

namespace quaywatch {

/// The difference from a model's snapshot to that of an update: the update's own difference, or, if
/// the model has missed an update, a newly computed one. Keeps both alive as long as the model
/// needs them.
class DiffSince {
public:
    DiffSince(const SnapshotPtr& from, const SnapshotUpdate& update)
        : m_from(from ? from : std::make_shared<const Snapshot>())
        , m_reported(update.steps)
    {
        const bool fits =
            from ? update.before == from : !update.before || update.before->sockets.empty();
        if (!fits) {
            m_own = diff(*m_from, *update.after);
        }
    }
    [[nodiscard]] const SnapshotDiff& operator*() const { return m_own ? *m_own : m_reported; }
    [[nodiscard]] const Snapshot& from() const { return *m_from; }

private:
    SnapshotPtr m_from;
    const SnapshotDiff& m_reported;
    std::optional<SnapshotDiff> m_own;
};

}  // namespace quaywatch
