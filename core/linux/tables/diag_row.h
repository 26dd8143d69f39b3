// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// TCP_BOUND_INACTIVE of <net/tcp_states.h>, a kernel-internal header: a TCP socket that is bound
/// and does not listen. Since Linux 6.8, a dump can ask for this state.
inline constexpr std::uint8_t kBoundInactive = 13;

/// One socket as in the kernel's tables, before owners and names are added. sock_diag and /proc/net
/// give the same rows, so that the callers need not distinguish them.
struct DiagRow {
    std::uint8_t family = 0;    ///< AF_INET or AF_INET6
    std::uint8_t protocol = 0;  ///< IPPROTO_TCP or IPPROTO_UDP
    /// TCP_ESTABLISHED and so on, of <netinet/tcp.h>; kBoundInactive where the dump has TCP_CLOSE.
    std::uint8_t state = 0;
    bool isV6Only = false;
    bool hasV6Only = false;
    bool hasByteCounts = false;
    std::uint16_t localPort = 0;            ///< Host byte order.
    std::uint16_t remotePort = 0;           ///< Host byte order.
    std::array<std::uint8_t, 16> local{};   ///< Network order; IPv4 in the first four bytes.
    std::array<std::uint8_t, 16> remote{};  ///< Network order; IPv4 in the first four bytes.
    /// TCP: how many of its SYN and FIN the peer has acknowledged.
    std::uint8_t ackedControlBits = 0;
    /// TCP: whether this end opened the connection; empty if the kernel's counters do not show it.
    std::optional<bool> isOpener;
    std::uint32_t interfaceIndex = 0;  ///< Bound device or scope; 0 for none.
    std::uint32_t uid = 0;
    std::uint32_t inode = 0;  ///< 0 if no process holds it: TIME_WAIT, half-open, orphaned.
    std::uint32_t receiveQueue = 0;
    std::uint32_t sendQueue = 0;
    std::uint64_t cookie = 0;    ///< 0 if it has none, as in /proc/net.
    std::uint64_t cgroupId = 0;  ///< 0 if it has none.
    std::uint64_t bytesReceived = 0;
    std::uint64_t bytesSent = 0;  ///< Retransmitted bytes count once.
};

}  // namespace quaywatch::linux_backend
