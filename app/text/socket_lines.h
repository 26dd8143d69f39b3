// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets and processes as lines of text: for the details, the dialogs and the clipboard. All of
/// it is plain text that is safe to show.

#pragma once

#include "core/process/process_inspector.h"
#include "core/sockets/socket_record.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace quaywatch {

/// "127.0.0.1:931", "[::1]:931"; never "*:931": the address is written as it is.
[[nodiscard]] QString endpointText(const Endpoint& endpoint);

/// "TCP 127.0.0.1:931" or "TCP 10.0.0.1:51000 → 10.0.0.2:443". The arrow is "←" if the other end
/// opened the connection, and "↔" if it is not known which end did.
[[nodiscard]] QString socketLine(const SocketRecord& socket);

/// The owner as an ident server names it (RFC 1413): "USERID : UNIX : alice", for a connection with
/// its port pair: "6193 , 23 : USERID : UNIX : alice". Empty if nothing owns the socket, or if its
/// user is not known.
[[nodiscard]] QString identLine(const SocketRecord& socket);

/// Whether a process is one of a socket's owners.
[[nodiscard]] bool isHeldBy(const SocketRecord& socket, std::uint32_t pid) noexcept;

/// "nc.openbsd (PID 4711)".
[[nodiscard]] QString relativeText(const RelatedProcess& process);

/// "today 02:31:05", "22 Nov 2026 02:31".
[[nodiscard]] QString momentText(std::chrono::system_clock::time_point moment);

/// The command line with its words quoted for a shell.
[[nodiscard]] QString commandText(const ProcessInfo& info);

/// Returns commands that show the same socket without this program.
[[nodiscard]] QString ssCommand(const SocketRecord& socket);
[[nodiscard]] QString lsofCommand(const SocketRecord& socket);
[[nodiscard]] QString netstatCommand(const SocketRecord& socket);

}  // namespace quaywatch
