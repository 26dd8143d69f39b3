// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// The user who made the socket at the other end of an IPv4 TCP connection within this network
/// namespace: he who accepted it. The kernel is asked (sock_diag(7)) for that one socket.
///
/// @param socket  This end, connected.
/// @return Empty if the other end is not of this namespace, was not accepted yet or is closed, and
///         where the kernel does not tell.
[[nodiscard]] std::optional<std::uint32_t> farEndUid(int socket);

/// The user who made the listener that would take a connection to the other end now.
/// @return Empty if nobody listens there, and where the kernel does not tell.
[[nodiscard]] std::optional<std::uint32_t> listenerUid(int socket);

}  // namespace quaywatch::linux_backend
