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
/// A connection is outbound if the kernel shows that this end opened it, inbound if it shows that
/// the other end did. Where neither is known (SocketRecord::isOpener), it is inbound if a listener
/// of the snapshot would accept it: the same protocol, port and network namespace, its own address
/// or the wildcard (`::` accepts IPv4 too unless it is v6-only), its own device or none.
///
/// Also finds the connections whose other end is in the snapshot (SocketRecord::isPeerHere).
void classify(Snapshot& snapshot);

/// Whether the listener would accept the connection: the rule of classify(), for one pair.
[[nodiscard]] bool accepts(const SocketRecord& listener, const SocketRecord& connection);

/// Whether both ends of a connection are known to be on this machine: its peer is a loopback
/// address, its own address, or in the same table. If not, the other end may still be here, for
/// example in a container: no text may claim that it is on another machine.
[[nodiscard]] bool isLocalConnection(const SocketRecord& socket) noexcept;

/// Linux' default for the ports that the kernel picks for clients, where BindRules do not say.
inline constexpr PortRange kDefaultEphemeralPorts{32768, 60999};

/// Whether a UDP socket looks like that of a client: not connected, on a port from the kernel's
/// ephemeral range. Clients of DNS, NTP and QUIC open and close such sockets every second, so
/// `check` and `init` omit them unless an entry is about their port.
[[nodiscard]] bool isEphemeralUdp(const SocketRecord& listener, PortRange ephemeralPorts) noexcept;

}  // namespace quaywatch
