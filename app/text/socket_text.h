// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"
#include "core/sockets/snapshot.h"

#include <chrono>
#include <QString>

#include <string_view>

namespace quaywatch {

/// One cell of a row that is a socket.
struct SocketCell {
    const SocketRecord& socket;
    Column column = Column::LocalPort;
    Flash flash = Flash::None;
    std::chrono::system_clock::time_point takenAt;  ///< Ages are computed at this time.
    const Snapshot* snapshot = nullptr;             ///< The one that contains the socket, if any.
};

/// The service of the port: what rpcbind says, otherwise the registered name. Empty if there is
/// none. Valid as long as the active registry.
[[nodiscard]] std::string_view serviceNameOf(const SocketRecord& socket);

/// Returns the cell's plain text; empty if there is no value.
[[nodiscard]] QString socketText(const SocketCell& cell);
/// Returns plain text (lines) that says more than the cell: why it is empty, its full text if it is
/// cut, or its meaning.
[[nodiscard]] QString socketTip(const SocketCell& cell);
/// Returns the cell as a screen reader says it, such as "931, new, unexpected: listener on ...".
[[nodiscard]] QString socketPhrase(const SocketCell& cell);

/// The first owner; null if none is known.
[[nodiscard]] const ProcessInfo* leadOwner(const SocketRecord& socket) noexcept;
/// The container, else the unit, of the socket or, failing that, of its first owner; empty if
/// unknown.
[[nodiscard]] std::string_view placeOf(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
