// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/close_event_source.h"
#include "core/sockets/snapshot_diff.h"
#include "core/sockets/socket_close.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace quaywatch {

/// Combines the destroyed sockets that the system reported with the snapshots before and after: by
/// the kernel's id with the socket in a snapshot, otherwise with the listener that accepts
/// connections on its local port. Pure: no clock, no system call. One object processes every update
/// of a Sampler, in order.
class CloseEventMatcher {
public:
    /// Makes the list of sockets closed between two snapshots.
    ///
    /// A socket that closed while `after` was read, and is still contained in it, waits for the
    /// next call. If a closed connection is in `after` as TIME_WAIT, that row gets its byte
    /// counters, which the kernel no longer shows.
    ///
    /// @param news   In order of arrival; read later than `after`.
    /// @param after  Classified, in ascending SocketKey order.
    [[nodiscard]] CloseBatch join(DestroyedSockets news, const Snapshot& before, Snapshot& after);

    /// Makes the next calls of join() leave out the TCP connections between these local ports and
    /// rpcbind: they are this program's own questions.
    void leaveOut(const std::vector<Port>& ports);

    /// Remembers the sockets that the update reports as closed or as TIME_WAIT, so that a late
    /// event for one of them is recognized. Call it with each update in which join() was used.
    void remember(const SnapshotUpdate& update);

private:
    /// The last row of a socket, and the time of the first snapshot without it.
    struct RecentlyClosed {
        SocketRecord row;
        std::chrono::system_clock::time_point at;
        /// It went to TIME_WAIT. Its event comes when the program closes its descriptor, which may
        /// be long after, so that this is not forgotten by time.
        bool isLeftBehind = false;
    };
    using RecentlyClosedByCookie = std::unordered_map<std::uint64_t, RecentlyClosed>;
    friend class CloseJoiner;

    struct OwnPort {
        Port port = 0;
        int callsLeft = 0;
    };
    void dropOwn(std::vector<DestroyedSocket>& news);

    std::vector<DestroyedSocket> m_waiting;
    std::vector<OwnPort> m_ownPorts;
    RecentlyClosedByCookie m_recentlyClosed;  ///< Their events have not arrived yet.
};

}  // namespace quaywatch
