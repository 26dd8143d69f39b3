// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Whether what stands on a port is the service that IANA gave it to. Said only where it is plain.

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// "RPC program ypserv (100004)", "RPC program 536871234".
[[nodiscard]] std::string programText(std::uint32_t rpcProgram);

/// Whether the RPC program is the service that the port is registered for, as portmapper is sunrpc.
/// True where no name is registered, since then it stands on nobody's port.
[[nodiscard]] bool servesRegisteredService(std::uint32_t rpcProgram, Port port, Protocol protocol);

/// "registered for aodv; here: ypserv".
[[nodiscard]] std::string registeredForText(Port port, Protocol protocol, std::string_view here);

/// The same of a listener on a well-known port whose program plainly is not the registered service.
/// Plain is: the executable's name is one of a fixed list of servers whose services are known, and
/// none of them is among the port's names. Of any other program nothing is said: that a port has
/// another name proves nothing about what nginx or a script of one's own serves there.
///
/// @return Empty where it is not plain.
[[nodiscard]] std::optional<std::string> otherThanRegistered(const SocketRecord& listener);

}  // namespace quaywatch
