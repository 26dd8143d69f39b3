// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"
#include "core/net/endpoint.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// A port that an object of the kernel's is known to own: a tunnel, or a service within the kernel.
struct KernelPort {
    std::uint8_t protocol = 0;  ///< IPPROTO_UDP, IPPROTO_TCP
    Port port = 0;
    std::uint8_t family = 0;           ///< AF_INET or AF_INET6; 0 for both.
    std::optional<IpAddress> address;  ///< Where it is bound; empty for every address.

    friend bool operator==(const KernelPort&, const KernelPort&) = default;
};

/// A file server that the kernel itself is a client of (NFS, CIFS).
struct KernelServer {
    IpAddress address;
    Port port = 0;
    /// Whether the kernel's other connections to it, from reserved ports, are for the mount as well
    /// (NFS before version 4: locks).
    bool hasHelpers = false;

    friend bool operator==(const KernelServer&, const KernelServer&) = default;
};

/// What is known to be the kernel's by evidence that is not the socket itself.
struct KernelPorts {
    std::vector<KernelPort> ports;
    std::vector<KernelServer> servers;
    /// Locks of NFS before version 4 are in use, as a client or a server: the kernel speaks with
    /// rpc.statd of this machine, and over UDP, from reserved ports of its choice.
    bool hasNfsLocks = false;
    /// A mount of NFS 4.0 is called back on a port of the kernel's choice.
    bool hasNfsCallback = false;

    /// Whether one of these explains a socket that no process holds. Asks nothing of its user.
    [[nodiscard]] bool explain(const DiagRow& row) const noexcept;
};

/// Reads them all anew: the network devices by rtnetlink, tunnels by generic netlink, NFS by /proc.
/// What may not be read is no evidence: WireGuard tells its port to CAP_NET_ADMIN alone. Blocks for
/// a few exchanges with the kernel.
[[nodiscard]] KernelPorts readKernelPorts();

}  // namespace quaywatch::linux_backend
