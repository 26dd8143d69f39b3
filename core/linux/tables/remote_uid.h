// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// The user of the socket at the remote end of an IPv4 TCP connection within this network
/// namespace: the user who accepted the connection. Queries the kernel (sock_diag(7)) for that one
/// socket.
///
/// @param socket  The local end, connected.
/// @return Empty if the remote end is not in this namespace, was not accepted yet or is closed, or
///         if the kernel does not report it.
[[nodiscard]] std::optional<std::uint32_t> remoteUid(int socket);

/// The user of the listener that would accept a connection to the remote end now.
/// @return Empty if nothing listens there, or if the kernel does not report it.
[[nodiscard]] std::optional<std::uint32_t> listenerUid(int socket);

}  // namespace quaywatch::linux_backend
