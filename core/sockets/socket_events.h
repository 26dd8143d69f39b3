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

/// What happened to one socket between two snapshots. The pointers live as long as the update's
/// snapshots and closings.
struct SocketEvent {
    EventKind kind = EventKind::Opened;
    const SocketRecord* socket = nullptr;    ///< As it is, or as it last was for Closed.
    const SocketRecord* previous = nullptr;  ///< As it was, for Changed and Replaced.
    const SocketClose* closing = nullptr;    ///< What the system told of a Closed; may be null.
};

/// The events of an update, in SocketKey order of `socket`; a Closed also of each socket that came
/// and went between the two snapshots (its `closing` says that it was never seen). A listener that
/// went and one of the same identity (protocol, address, port, executable, unit, container, user;
/// never the PID) that came in the same update are one Replaced.
[[nodiscard]] std::vector<SocketEvent> eventsOf(const SnapshotUpdate& update);

/// What a listener is known by across restarts: "tcp|127.0.0.1|931|/usr/bin/nc.openbsd|root".
///
/// The parts: protocol, address, port, executable of the first owner, user (its number if it has
/// no name) and, only if there is one, a sixth: the container, else the systemd unit. A part that
/// is not known is empty and so equals only another that is not known. '|' and '\' within a part
/// have a '\' before them.
[[nodiscard]] std::string identityOf(const SocketRecord& listener);

}  // namespace quaywatch
