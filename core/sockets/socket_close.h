// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What became of sockets between two snapshots, as the system told it when each was destroyed:
/// however short a connection lived, it is here with its ports and, for TCP, its byte counters.

#pragma once

#include "core/sockets/socket_record.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// A span of time from which events were lost.
struct EventGap {
    std::chrono::system_clock::time_point from;  ///< Nothing was lost before.
    std::chrono::system_clock::time_point to;    ///< Nothing was lost since.
    std::optional<std::uint64_t> count;          ///< Empty where the system does not tell.
    std::string why;                             ///< As in Gap: English, one line, no full stop.
    std::string remedy;

    friend bool operator==(const EventGap&, const EventGap&) = default;
};

/// One closed socket, joined with what is known of it.
struct SocketClose {
    std::chrono::system_clock::time_point at;

    /// As a snapshot last had it, with the final byte counters. Of a socket that no snapshot has
    /// (`wasSeen` is false) it is made of the event: TCP is in state Closed; what came in has the
    /// owners, user, unit and container of the listener that took it; nobody is known of what
    /// went out. A connection that was aborted or refused has no remote end, as the system
    /// forgets it; see isConnection.
    ///
    /// bytesReceived may be one too many: the kernel counts the peer's FIN, and does not show in
    /// all cases whether it came.
    SocketRecord socket;

    /// The listener that took the connection, where there is one.
    std::optional<SocketKey> listener;

    /// From the snapshot that first had the socket to its closing: what it lived at least. Empty
    /// if none had it.
    std::optional<std::chrono::nanoseconds> lifetime;
    /// What it lived at most: since the last snapshot that had it not. Empty where there is none.
    std::optional<std::chrono::nanoseconds> lifetimeAtMost;

    bool wasSeen = false;       ///< A snapshot had the socket itself (not only its TIME_WAIT).
    bool isConnection = false;  ///< It had a peer, or tried to; UDP: it was connected to one.
    /// The update's steps do not tell of this closing, nor will a later one's: it is news by
    /// itself. eventsOf() makes a Closed of it.
    bool isMissingFromDiff = false;
};

/// The closings between two snapshots. Immutable once an update holds it.
struct CloseBatch {
    std::vector<SocketClose> closes;  ///< In the order they came.
    std::vector<EventGap> gaps;       ///< Spans in which closings were lost; mostly empty.
};

}  // namespace quaywatch
