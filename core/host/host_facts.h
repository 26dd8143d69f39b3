// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Facts about this machine, beside its sockets, that explain what may be bound and by whom.

#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/net/protocol.h"

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
struct CurrentUser {
    std::uint32_t uid = 0;
    std::string user;           ///< Empty if the uid has no name, or none was told.
    bool isPrivileged = false;  ///< May read and end other users' processes.
};

/// Waits for the name for a second at most; a name service that does not answer leaves it empty.
[[nodiscard]] CurrentUser currentViewer();
/// The same without asking for the name, and without waiting for anything.
[[nodiscard]] CurrentUser currentViewerUnnamed();

/// One row of rpcbind's list: a program that listens on a port.
struct RpcService {
    std::uint32_t program = 0;
    std::uint32_t version = 0;
    Protocol protocol = Protocol::Tcp;
    Port port = 0;
    /// Who registered it, where rpcbind tells: any user may register what he likes.
    std::optional<std::uint32_t> registrantUid{};

    friend auto operator<=>(const RpcService&, const RpcService&) = default;
};

/// How rpcbind may be asked.
enum class RpcWay : std::uint8_t {
    LocalSocket,       ///< Only through its socket in the file system.
    LocalSocketOrTcp,  ///< At 127.0.0.1:111 as well, where the former gives no answer.
};

/// Asks the system's rpcbind on this machine what it has registered (RPCBPROC_DUMP or PMAPPROC_DUMP
/// of RFC 1833). Blocks up to the limit. Call it only when something listens on 111.
///
/// Its local socket counts if root put it where nobody else may put one, if it is of this network
/// namespace, and if who listens there is root or rpcbind's own user. Over TCP the far end's socket
/// must have been made by one of these; whose listeners are there is for the caller to look at.
///
/// @return Ascending rows; NotFound (who answers is not known to be the system's rpcbind);
/// TimedOut;
///         Malformed; PermissionDenied (it refuses); SystemError (nobody answers).
[[nodiscard]] Result<std::vector<RpcService>> queryRpcbind(std::chrono::milliseconds limit,
                                                           RpcWay way);

}  // namespace quaywatch
