// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sentences on the sockets of a port.

#pragma once

#include "core/message/message.h"
#include "core/sockets/socket_record.h"

#include <string>
#include <vector>

namespace quaywatch {

/// The local end with the device it is bound to: "[fe80::1]:931 on eth0".
[[nodiscard]] std::string localText(const SocketRecord& socket);

/// "nc.openbsd (PID 4711)", "the kernel", "a process of alice that may not be read".
[[nodiscard]] Message holderText(const SocketRecord& socket);

/// One line for each listener and bound socket (equal ones share a line), for incoming, outgoing
/// and closed connections, and for connections from this machine to the same port of other
/// machines.
///
/// @param here  The rows of the snapshot with this local port, in the snapshot's order.
/// @param away  Outbound rows with this remote port.
[[nodiscard]] std::vector<Message> describeSockets(const std::vector<const SocketRecord*>& here,
                                                   const std::vector<const SocketRecord*>& away);

}  // namespace quaywatch
