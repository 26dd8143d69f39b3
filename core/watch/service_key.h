// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The keys by which the rules recognize a service. Coarser than identityOf(), which scripts rely
/// on: here the IPv4 and the IPv6 socket of one service are the same, and so are two runs of it in
/// two terminals.

#pragma once

#include "core/sockets/socket_record.h"
#include "core/watch/alert.h"

#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// "tcp|931|/usr/bin/nc|1000|": protocol, port, executable of the first owner, uid, service unit
/// (or the fact that it is in a container). Contains no address and no name that changes at each
/// start.
[[nodiscard]] std::string serviceKeyOf(const SocketRecord& socket);

/// "/usr/bin/nc|1000|": the part of serviceKeyOf() about the program alone.
[[nodiscard]] std::string programKeyOf(const SocketRecord& socket);

/// The prefix of serviceKeyOf(): "tcp|931|".
[[nodiscard]] std::string portKeyOf(Protocol protocol, Port port);

/// identityOf() for an outgoing connection: the remote end, with the local program.
[[nodiscard]] std::string peerIdentityOf(const SocketRecord& connection);

/// identityOf() of a program on any port: "tcp|||/usr/bin/nc|alice".
[[nodiscard]] std::string programIdentityOf(const SocketRecord& socket);

/// The key of an alert of this rule about this socket: one of the identities.
[[nodiscard]] std::string alertKeyOf(WatchRule rule, const SocketRecord& socket);

/// The unit of a service that keeps its name across restarts, without ".service"; otherwise empty.
[[nodiscard]] std::optional<std::string_view> serviceUnitOf(const SocketRecord& socket);

/// Whether the socket belongs to a service of the system's manager, not of a user's.
[[nodiscard]] bool isOfSystemService(const SocketRecord& socket);

/// Whether the listener may be gone, or its owner known, in the next poll: a system's service that
/// starts opens sockets to try something out, and is read before its rights are settled.
[[nodiscard]] bool isSettling(const SocketRecord& listener);

}  // namespace quaywatch
