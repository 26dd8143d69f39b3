// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

namespace quaywatch {

/// Who can reach a listener with this bind address. IPv4-mapped addresses count as IPv4; a socket
/// bound to the loopback device is loopback.
[[nodiscard]] Exposure exposureOf(const SocketRecord& listener) noexcept;

/// Fills direction and exposure of every row. O(n log n) at worst, O(n) if few listeners share a
/// port.
///
/// A connection is inbound if a listener of the snapshot would accept it: the same protocol, port
/// and network namespace, its own address or the wildcard (`::` accepts IPv4 too unless it is
/// v6-only), its own device or none.
void classify(Snapshot& snapshot);

/// Whether the listener would accept the connection: the rule of classify(), for one pair.
[[nodiscard]] bool accepts(const SocketRecord& listener, const SocketRecord& connection);

/// Whether both ends of a connection are on this machine, as far as the row shows: its peer is a
/// loopback address or its own address. (The kernel gives a connection to one of this machine's
/// addresses that same address as its source.)
[[nodiscard]] bool isLocalConnection(const SocketRecord& socket) noexcept;

/// Linux' default for the ports that the kernel picks for clients, where BindRules do not say.
inline constexpr PortRange kDefaultEphemeralPorts{32768, 60999};

/// Whether a UDP socket looks like that of a client: not connected, on a port from the kernel's
/// ephemeral range. Clients of DNS, NTP and QUIC open and close such sockets every second, so
/// `check` and `init` omit them unless an entry is about their port.
[[nodiscard]] bool isEphemeralUdp(const SocketRecord& listener, PortRange ephemeralPorts) noexcept;

}  // namespace quaywatch
