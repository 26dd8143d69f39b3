// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/port_id.h"
#include "core/sockets/snapshot.h"
#include "core/sockets/socket_close.h"
#include "core/watch/alert_deduplicator.h"
#include "core/watch/listener_rules.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {

/// Finds what connections show by the rules UnassignedListener (an incoming connection is reported
/// with its listener), UnassignedPeer and Probe: connections in a snapshot, and those that only
/// their close event shows. For one poll.
class ConnectionRules {
public:
    /// @param memory  What is already known: a connection can outlive its listener.
    ConnectionRules(const Snapshot& snapshot, const AlertDeduplicator& memory);

    void findInConnection(const SocketRecord& connection, const FindingSink& sink) const;
    /// The closed sockets must be assessed.
    void findInCloses(const CloseBatch& batch, const FindingSink& sink) const;

private:
    [[nodiscard]] const std::string* listenerDedupKey(PortId port) const;
    void findIncoming(const SocketRecord& connection, const FindingSink& sink) const;
    void findOutgoing(const SocketRecord& connection, const FindingSink& sink) const;
    [[nodiscard]] bool isVain(const SocketRecord& connection) const;
    static void findProbes(const std::vector<SocketRecord>& probes, const FindingSink& sink);

    const AlertDeduplicator& m_memory;
    /// The listeners on unassigned ports, with the dedupKey of the unexpected one; empty if none is
    /// unexpected.
    std::map<PortId, std::string> m_listeners;
};

}  // namespace quaywatch
