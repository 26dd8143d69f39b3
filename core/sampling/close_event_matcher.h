// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/close_event_source.h"
#include "core/sockets/snapshot_diff.h"
#include "core/sockets/socket_close.h"

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

namespace quaywatch {

/// Joins what the system told of destroyed sockets with the snapshots before and after: by the
/// kernel's id to the socket that a snapshot has, else to the listener that takes connections on
/// its local port. Pure: no clock, no system. One object sees every update of a Sampler in turn.
class CloseEventMatcher {
public:
    /// Makes the closings between two snapshots.
    ///
    /// A socket that closed while `after` was read, and stands in it all the same, waits for the
    /// next call. The row that a closed connection leaves in `after` as TIME_WAIT gets its byte
    /// counters, which the kernel shows no more.
    ///
    /// @param news   In the order they came; read after `after` was.
    /// @param after  Annotated, in ascending SocketKey order.
    [[nodiscard]] CloseBatch join(DestroyedSockets news, const Snapshot& before, Snapshot& after);

    /// Notes which sockets the update tells as gone or as a TIME_WAIT, so that an event which comes
    /// too late for it knows them again. Call it with each update that join() had a part in.
    void remember(const SnapshotUpdate& update);

private:
    /// A socket as it last stood, and when a snapshot first had it no more.
    struct RecentlyClosed {
        SocketRecord row;
        std::chrono::system_clock::time_point at;
    };
    using RecentlyClosedByCookie = std::unordered_map<std::uint64_t, RecentlyClosed>;
    friend class CloseJoiner;

    std::vector<DestroyedSocket> m_waiting;
    RecentlyClosedByCookie m_recentlyClosed;  ///< Without an event so far.
};

/// Judges the closings that no snapshot has, as if their sockets still stood.
///
/// @param assessRows  What fills the judgements of a snapshot; gets one of these sockets and of the
///                   listeners on their ports.
void assessCloses(CloseBatch& batch, const Snapshot& before, const Snapshot& after,
                  const std::function<void(Snapshot&)>& assessRows);

}  // namespace quaywatch
