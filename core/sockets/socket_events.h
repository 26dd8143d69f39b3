// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot_diff.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

enum class EventKind : std::uint8_t { Opened, Changed, Replaced, Closed };

[[nodiscard]] std::string_view token(EventKind kind) noexcept;  ///< "replaced"

/// What happened to one socket between two snapshots. The pointers are valid as long as the
/// update's snapshots and closed sockets.
struct SocketEvent {
    EventKind kind = EventKind::Opened;
    const SocketRecord* socket = nullptr;    ///< The current row; for Closed the last one.
    const SocketRecord* previous = nullptr;  ///< The row before, for Changed and Replaced.
    const SocketClose* closing = nullptr;    ///< For Closed, what the system reported; may be null.
};

/// The events of an update, in SocketKey order of `socket`. A socket that opened and closed between
/// the two snapshots gives a Closed as well (wasSeen of its `closing` is false). If a listener
/// closed and another of the same identity (protocol, address, port, executable, unit, container,
/// user; never the PID) opened in the same update, the two are one Replaced.
[[nodiscard]] std::vector<SocketEvent> eventsOf(const SnapshotUpdate& update);

/// Identifies a listener across restarts: "tcp|127.0.0.1|931|/usr/bin/nc.openbsd|root".
///
/// The parts: protocol, address, port, executable of the first owner, the user that made the socket
/// (its number if it has no name) and, only if there is one, a sixth: the container, otherwise the
/// systemd unit. An unknown part is empty and so equals only another unknown part. '|' and '\'
/// within a part are preceded by a '\'.
[[nodiscard]] std::string identityOf(const SocketRecord& listener);

}  // namespace quaywatch
