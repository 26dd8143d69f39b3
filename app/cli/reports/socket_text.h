// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Parts of a socket as text for people. Untrusted text in them is raw: pass the line or the cell
/// through displayText() before it is shown. Unknown values are "-".

#pragma once

#include "core/sockets/process_info.h"
#include "core/sockets/socket_record.h"

#include <string>

namespace quaywatch::cli {

/// "tcp", "tcp6", or "tcp46" for a listener that accepts both.
[[nodiscard]] std::string protocolText(const SocketRecord& socket);

/// "127.0.0.1", "fe80::1%2", "0.0.0.0%lo" for one bound to a device.
[[nodiscard]] std::string localAddressText(const SocketRecord& socket);

/// The registered name, and in parentheses the programs that often use the port: "versiera (Tor
/// SOCKS)", "(Vite)". If there is neither, "[unassigned]" and similar words if they are meaningful
/// for the port.
[[nodiscard]] std::string serviceText(const SocketRecord& socket);

/// "nginx", "node server.js in ~/shop", "nginx (stopped)", "docker-proxy to 172.17.0.2:80".
[[nodiscard]] std::string processText(const ProcessInfo& process);
/// Where a helper of a container engine forwards to, and that to end it ends no container; empty
/// for any other program.
[[nodiscard]] std::string forwardText(const ProcessInfo& process);

/// The first owner and "+2" for further ones; "(hidden)", "(kernel)".
[[nodiscard]] std::string ownerText(const SocketRecord& socket);

[[nodiscard]] std::string pidText(const SocketRecord& socket);
/// The user of the first owner, and who made the socket if that is another one: "www-data (socket
/// made by root)". Without a known owner, who made the socket.
[[nodiscard]] std::string userText(const SocketRecord& socket);
/// The container, else the unit; "ssh.socket, starts ssh@.service" for a socket that systemd holds.
[[nodiscard]] std::string placeText(const SocketRecord& socket);
/// "unexpected: listener on an unassigned well-known port"
[[nodiscard]] std::string verdictText(const SocketRecord& socket);

/// All parts in one line that is safe to show: "tcp 127.0.0.1:931 listen nc (4711) alice".
[[nodiscard]] std::string socketLine(const SocketRecord& socket);

}  // namespace quaywatch::cli
