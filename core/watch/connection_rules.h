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

/// What connections tell by the rules UnassignedListener (what came in is told with its listener),
/// UnassignedPeer and Probe: those that a snapshot shows, and those that only their closing does.
/// For one look.
class ConnectionRules {
public:
    /// @param memory  What is known already: a connection can outlive its listener.
    ConnectionRules(const Snapshot& snapshot, const AlertDeduplicator& memory);

    void findInConnection(const SocketRecord& connection, const FindingSink& sink) const;
    /// The closings are judged.
    void findInCloses(const CloseBatch& batch, const FindingSink& sink) const;

private:
    [[nodiscard]] const std::string* listenerDedupKey(PortId port) const;
    void findIncoming(const SocketRecord& connection, const FindingSink& sink) const;
    void findOutgoing(const SocketRecord& connection, const FindingSink& sink) const;
    [[nodiscard]] bool isVain(const SocketRecord& connection) const;
    static void findProbes(const std::vector<SocketRecord>& probes, const FindingSink& sink);

    const AlertDeduplicator& m_memory;
    /// The listeners on vacant ports, with the matter of what is unexpected; empty if all is well.
    std::map<PortId, std::string> m_listeners;
};

}  // namespace quaywatch
