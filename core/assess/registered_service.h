// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Whether the service on a port is the one that IANA assigned it to. Reported only if it is
/// certain.

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>

namespace quaywatch {

/// "RPC program ypserv (100004)", "RPC program 536871234".
[[nodiscard]] Message programText(std::uint32_t rpcProgram);

/// Whether the RPC program is the service that the port is registered for, as portmapper is sunrpc.
/// Also true if no name is registered, since the port then is unassigned.
[[nodiscard]] bool servesRegisteredService(std::uint32_t rpcProgram, Port port, Protocol protocol);

/// "registered for aodv; here: ypserv".
[[nodiscard]] Message registeredForText(Port port, Protocol protocol, MessageArgument here);

/// The same text for a listener on a well-known port whose program is certainly not the registered
/// service: the name of the executable is in a fixed list of servers with known services, and none
/// of these is among the port's names. Nothing is reported for any other program: that a port has
/// another name proves nothing about what nginx or a user's script serves there.
///
/// @return Empty if it is not certain.
[[nodiscard]] std::optional<Message> otherThanRegistered(const SocketRecord& listener);

}  // namespace quaywatch
