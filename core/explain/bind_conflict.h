// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace quaywatch {

/// The address of a bind() with a plain socket, that is, without options such as SO_REUSEADDR.
struct BindTarget {
    IpAddress address;
    /// IPV6_V6ONLY; has a meaning for `::` and IPv4-mapped addresses only.
    bool isV6Only = false;
    /// Interface index: the scope of an address that needsScope(), SO_BINDTODEVICE with others.
    std::uint32_t device = 0;
    std::shared_ptr<const std::string> deviceName = nullptr;  ///< Null if there is no device.
};

/// Whether a socket prevents a bind() to the same port.
enum class BindConflict : std::uint8_t {
    No,
    Yes,
    /// It does unless it has IPV6_V6ONLY set, which the kernel does not report for it.
    UnlessV6Only,
};

/// Whether the socket keeps its port from others. A half-open connection does not: its listener
/// does.
[[nodiscard]] bool holdsItsPort(const SocketRecord& socket) noexcept;

/// Whether the socket has IPV6_V6ONLY set; empty if that is not known. The kernel reports it for
/// sockets that have no remote end only; where it does not, some values follow from the address.
/// Nothing follows from a listener of the port: it need not be the one that accepted the
/// connection, which keeps the option of the listener that did.
[[nodiscard]] std::optional<bool> effectiveV6Only(const SocketRecord& socket) noexcept;

/// The kernel's rule for a plain newcomer (net/ipv4/inet_connection_sock.c, net/ipv4/udp.c,
/// inet_rcv_saddr_equal()): the state of the holder does not matter, only its address, family,
/// IPV6_V6ONLY and device.
///
/// @param holder  A socket of the same protocol and port.
/// @param v6Only  effectiveV6Only(holder)
[[nodiscard]] BindConflict conflictOf(const BindTarget& target, const SocketRecord& holder,
                                      std::optional<bool> v6Only) noexcept;

}  // namespace quaywatch
