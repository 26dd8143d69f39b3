// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"
#include "core/net/endpoint.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// A port that is known to belong to a kernel object: a tunnel, or a service within the kernel.
struct KernelPort {
    std::uint8_t protocol = 0;  ///< IPPROTO_UDP or IPPROTO_TCP
    Port port = 0;
    std::uint8_t family = 0;           ///< AF_INET or AF_INET6; 0 for both.
    std::optional<IpAddress> address;  ///< The bound address; empty for every address.

    friend bool operator==(const KernelPort&, const KernelPort&) = default;
};

/// A file server of which the kernel itself is a client (NFS, CIFS).
struct KernelServer {
    IpAddress address;
    Port port = 0;
    /// Whether the kernel's other connections to the server from reserved ports belong to the
    /// mount, too (NFS before version 4: locks).
    bool hasHelpers = false;

    friend bool operator==(const KernelServer&, const KernelServer&) = default;
};

/// Ports and connections of the kernel, known from other evidence than the socket itself.
struct KernelPorts {
    std::vector<KernelPort> ports;
    std::vector<KernelServer> servers;
    /// Locks of NFS before version 4 are in use, as a client or a server: the kernel communicates
    /// with rpc.statd of this machine, and over UDP, from reserved ports that it chooses itself.
    bool hasNfsLocks = false;
    /// A mount of NFS 4.0 has a callback port, which the kernel chooses itself.
    bool hasNfsCallback = false;

    /// Whether this evidence explains a socket that no process holds. Does not check the socket's
    /// user.
    [[nodiscard]] bool explain(const DiagRow& row) const noexcept;
};

/// Reads all of the evidence again: network devices from rtnetlink, tunnels from generic netlink,
/// NFS from /proc. Anything that may not be read gives no evidence: WireGuard reports its port only
/// with CAP_NET_ADMIN. Blocks for a few exchanges with the kernel.
[[nodiscard]] KernelPorts readKernelPorts();

}  // namespace quaywatch::linux_backend
