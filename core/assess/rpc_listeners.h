// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/net/port_id.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quaywatch {

/// Whether the listener was opened by root, or by a user as which the RPC services of the known
/// systems run.
[[nodiscard]] bool isRpcUser(const SocketRecord& listener);

/// Which RPC program each listener of a snapshot is, according to rpcbind.
///
/// Any user may register any port with rpcbind, and a registration can outlive its server: it
/// counts only if isRpcUser() holds for the listener, and if root or the same user registered it.
/// Points into both arguments.
class RpcListeners {
public:
    /// @param sockets   In the order of a snapshot.
    /// @param services  As RpcDirectory::services().
    RpcListeners(std::vector<SocketRecord>& sockets, const std::vector<RpcService>& services);

    /// The program that rpcbind has registered at the listener's port.
    [[nodiscard]] std::optional<std::uint32_t> registeredProgram(const SocketRecord& row) const;

    /// The RPC program of the processes that hold the socket, if each of them has one according to
    /// rpcbind. Empty if an owner is unknown, or is init, which holds the sockets of other
    /// programs.
    [[nodiscard]] std::optional<std::uint32_t> programOfOwners(const SocketRecord& row);

    /// Sets SocketRecord::rpc of the listeners and of the connections that they accepted. O(n) if
    /// rpcbind has a service; otherwise it returns at once.
    void nameAll();

private:
    /// The RPC program of the system service that opened a socket whose owner is hidden, if
    /// rpcbind names just one for that service's sockets.
    [[nodiscard]] std::optional<std::uint32_t> programOfService(const SocketRecord& row);
    void collect();
    [[nodiscard]] std::optional<RpcName> nameOf(const SocketRecord& row);

    std::vector<SocketRecord>& m_sockets;
    std::multimap<PortId, const RpcService*> m_registrations;
    std::map<ProcessId, std::uint32_t> m_processes;
    /// By the name of a system service: the programs that rpcbind names for its sockets.
    std::map<std::string, std::set<std::uint32_t>, std::less<>> m_programsOfServices;
    bool m_isCollected = false;
};

}  // namespace quaywatch
