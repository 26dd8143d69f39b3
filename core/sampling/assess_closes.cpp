// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sampling/assess_closes.h"

#include "core/net/port_id.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace quaywatch {
namespace {

/// Whether assess() can give a verdict other than Ordinary.
bool isWorthAssessing(const SocketClose& closing)
{
    const SocketRecord& socket = closing.socket;
    const bool isWellKnown = socket.key.localPort < kFirstRegisteredPort ||
                             (socket.hasRemote() && socket.key.remotePort < kFirstRegisteredPort);
    // For a TCP socket without a peer it is not known whether it ever listened.
    return !closing.wasSeen && isWellKnown && (socket.hasRemote() || socket.isListener());
}

}  // namespace

void assessCloses(CloseBatch& batch, const Snapshot& before, const Snapshot& after,
                  const std::function<void(Snapshot&)>& assessRows)
{
    std::vector<SocketClose*> closes;
    std::set<PortId> ports;
    for (SocketClose& closing : batch.closes) {
        if (isWorthAssessing(closing)) {
            closes.push_back(&closing);
            ports.insert({closing.socket.key.localPort, closing.socket.key.protocol});
            ports.insert({closing.socket.key.remotePort, closing.socket.key.protocol});
        }
    }
    if (closes.empty()) {
        return;
    }
    // The closed sockets together with the listeners of their ports, as if they were still open.
    Snapshot both;
    std::map<SocketKey, const SocketRecord*> listeners;
    for (const Snapshot* snapshot : {&after, &before}) {
        for (const SocketRecord& row : snapshot->sockets) {
            if (row.isListener() && ports.contains({row.key.localPort, row.key.protocol})) {
                listeners.emplace(row.key, &row);
            }
        }
    }
    for (const auto& [key, listener] : listeners) {
        both.sockets.push_back(*listener);
    }
    for (const SocketClose* closing : closes) {
        both.sockets.push_back(closing->socket);
    }
    const auto isKeyLess = [](const SocketRecord& a, const SocketRecord& b) {
        return a.key < b.key;
    };
    std::stable_sort(both.sockets.begin(), both.sockets.end(), isKeyLess);
    assessRows(both);
    for (SocketClose* closing : closes) {
        closing->socket.assessment = findSocketRow(both, closing->socket.key)->assessment;
    }
}

}  // namespace quaywatch
