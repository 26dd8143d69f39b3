// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/store/history_entry.h"
#include "core/sockets/snapshot_diff.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <chrono>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// 2026-11-23, 06:00 UTC.
inline constexpr HistoryTime kSomeMorning{std::chrono::milliseconds{1'795'413'600'000}};

/// A machine whose time a test sets: each call returns an update as a sampler would.
class TimedMachine {
public:
    SnapshotUpdate at(HistoryTime time, std::vector<SocketRecord> sockets)
    {
        Snapshot snapshot = snapshotOf(std::move(sockets), ++m_sequence);
        snapshot.takenAt = time;
        SnapshotUpdate update;
        update.isFirst = m_last == nullptr;
        update.before = m_last ? m_last : std::make_shared<const Snapshot>();
        update.after = std::make_shared<const Snapshot>(std::move(snapshot));
        update.steps = diff(*update.before, *update.after);
        m_last = update.after;
        return update;
    }
    /// The time of that duration after kSomeMorning.
    SnapshotUpdate at(std::chrono::milliseconds after, std::vector<SocketRecord> sockets)
    {
        return at(kSomeMorning + after, std::move(sockets));
    }

private:
    SnapshotPtr m_last;
    std::uint64_t m_sequence = 0;
};

}  // namespace quaywatch::test
