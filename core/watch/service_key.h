// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the rules know a service by. Coarser than identityOf(), which scripts rely on: here the
/// IPv4 and the IPv6 socket of one service are one, and so are two runs of it in two terminals.

#pragma once

#include "core/sockets/socket_record.h"
#include "core/watch/alert.h"

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// "tcp|931|/usr/bin/nc|1000|": protocol, port, executable of the first owner, uid, service unit
/// (or that it is a container's). No address, no name that is given anew at each start.
[[nodiscard]] std::string serviceKeyOf(const SocketRecord& socket);

/// "/usr/bin/nc|1000|": the part of serviceKeyOf() that speaks of the program alone.
[[nodiscard]] std::string programKeyOf(const SocketRecord& socket);

/// What serviceKeyOf() begins with: "tcp|931|".
[[nodiscard]] std::string portKeyOf(Protocol protocol, Port port);

/// identityOf() for a connection that went out: of the far end, with our program.
[[nodiscard]] std::string peerIdentityOf(const SocketRecord& connection);

/// identityOf() of a program whatever its port: "tcp|||/usr/bin/nc|alice".
[[nodiscard]] std::string programIdentityOf(const SocketRecord& socket);

/// What an alert of the rule about the socket has for its key: one of the identities.
[[nodiscard]] std::string alertKeyOf(WatchRule rule, const SocketRecord& socket);

/// The unit if it is a service that keeps its name across restarts, without ".service".
[[nodiscard]] std::optional<std::string_view> serviceUnitOf(const SocketRecord& socket);

}  // namespace quaywatch
