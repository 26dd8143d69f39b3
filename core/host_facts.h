// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Facts about this machine, beside its sockets, that explain what may be bound and by whom.

#pragma once

#include "core/endpoint.h"
#include "core/protocol.h"
#include "core/result.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// What the kernel lets programs bind. A member is empty where it could not be read.
struct BindRules {
    std::optional<Port> firstUnprivilegedPort;        ///< net.ipv4.ip_unprivileged_port_start
    std::optional<PortRange> ephemeralPorts;          ///< net.ipv4.ip_local_port_range
    std::vector<PortRange> reservedPorts;             ///< net.ipv4.ip_local_reserved_ports
    std::optional<bool> areV6SocketsV6OnlyByDefault;  ///< net.ipv6.bindv6only
};

/// Reads them; a few small files, fast.
[[nodiscard]] BindRules readBindRules();

/// Who runs this program.
struct Viewer {
    std::uint32_t uid = 0;
    std::string user;           ///< Empty if the uid has no name.
    bool isPrivileged = false;  ///< May read and end other users' processes.
};

[[nodiscard]] Viewer currentViewer();

/// One row of rpcbind's list: a program that listens on a port.
struct RpcService {
    std::uint32_t program = 0;
    std::uint32_t version = 0;
    Protocol protocol = Protocol::Tcp;
    Port port = 0;

    friend auto operator<=>(const RpcService&, const RpcService&) = default;
};

/// Asks rpcbind on this machine (127.0.0.1:111, PMAPPROC_DUMP of RFC 1833) what it has
/// registered. Blocks up to the limit. Call it only when something listens on 111.
///
/// @return Ascending rows; TimedOut; Malformed; SystemError (nobody answers).
[[nodiscard]] Result<std::vector<RpcService>> queryRpcbind(std::chrono::milliseconds limit);

}  // namespace quaywatch
