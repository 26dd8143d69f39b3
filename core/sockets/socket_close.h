// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sockets that closed between two snapshots, as the system reported each when it was
/// destroyed. Even the shortest connection is included, with its ports and, for TCP, its byte
/// counters.

#pragma once

#include "core/message/message.h"
#include "core/sockets/socket_record.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch {

/// A period from which events were lost.
struct EventGap {
    std::chrono::system_clock::time_point from;  ///< Nothing was lost before this time.
    std::chrono::system_clock::time_point to;    ///< Nothing was lost after this time.
    std::optional<std::uint64_t> count;          ///< Empty if the system does not report it.
    Message why;                                 ///< As in Gap: one line without a full stop.
    Message remedy;

    friend bool operator==(const EventGap&, const EventGap&) = default;
};

/// One closed socket, combined with what is known about it.
struct SocketClose {
    std::chrono::system_clock::time_point at;

    /// The socket's row in its last snapshot, with the final byte counters. If no snapshot has the
    /// socket (`wasSeen` is false), the row is made from the event: TCP is in state Closed; an
    /// incoming connection has the owners, user, unit and container of the listener that accepted
    /// it; for an outgoing one these are unknown. A connection that was aborted or refused has no
    /// remote end, as the system forgets it; see isConnection.
    ///
    /// bytesReceived may be one too high: the kernel counts the peer's FIN, and does not show in
    /// all cases whether it came.
    SocketRecord socket;

    /// The listener that accepted the connection, if there is one.
    std::optional<SocketKey> listener;

    /// The minimum lifetime: from the first snapshot with the socket to its close event. Empty if
    /// no snapshot has it.
    std::optional<std::chrono::nanoseconds> lifetime;
    /// The maximum lifetime: from the last snapshot without the socket. Empty if there is none.
    std::optional<std::chrono::nanoseconds> lifetimeAtMost;

    bool wasSeen = false;       ///< A snapshot has the socket itself (not only its TIME_WAIT).
    bool isConnection = false;  ///< It had a peer, or tried to; UDP: it was connected to one.
    /// The update's steps do not show this close, and no later update's will: eventsOf() makes a
    /// separate Closed event of it.
    bool isMissingFromDiff = false;
};

/// The closed sockets between two snapshots. Immutable once an update contains it.
struct CloseBatch {
    std::vector<SocketClose> closes;  ///< In order of arrival.
    std::vector<EventGap> gaps;       ///< Periods from which close events were lost; mostly empty.
};

}  // namespace quaywatch
