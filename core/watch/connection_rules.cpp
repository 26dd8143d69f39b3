// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/connection_rules.h"

#include "core/assess/judge.h"
#include "core/sockets/annotate.h"
#include "core/watch/alert_text.h"
#include "core/watch/service_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace quaywatch {
namespace {

/// A row that no snapshot has, judged as one would be.
SocketRecord judged(SocketRecord row)
{
    Snapshot alone;
    alone.sockets.push_back(std::move(row));
    judge(alone, {});
    return std::move(alone.sockets.front());
}

Finding findingOf(WatchRule rule, std::string matter, const SocketRecord& socket)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = socket.judgement.severity.value_or(Severity::Medium);
    finding.matter = std::move(matter);
    finding.socket = &socket;
    finding.reason = socket.judgement.reason ? *socket.judgement.reason : "";
    return finding;
}

bool isUnexpected(const SocketRecord& socket) noexcept
{
    return socket.judgement.verdict == Verdict::Unexpected;
}

}  // namespace

ConnectionRules::ConnectionRules(const Snapshot& snapshot, const AlertMemory& memory)
    : m_memory(memory)
{
    for (const SocketRecord& row : snapshot.sockets) {
        if (row.key.localPort >= kFirstRegisteredPort) {
            break;
        }
        if (row.isListener() && isVacantPort(row.key.localPort, row.key.protocol)) {
            std::string& matter = m_listeners[{row.key.protocol, row.key.localPort}];
            if (isUnexpected(row) && matter.empty()) {
                matter = unassignedListenerMatter(row);
            }
        }
    }
}

const std::string* ConnectionRules::listenerMatter(PortKey port) const
{
    const auto found = m_listeners.find(port);
    return found == m_listeners.end() ? nullptr : &found->second;
}

void ConnectionRules::findInConnection(const SocketRecord& connection,
                                       const FindingSink& sink) const
{
    if (!isUnexpected(connection)) {
        return;
    }
    connection.direction == Direction::Inbound ||
            !isVacantPort(connection.key.remotePort, connection.key.protocol)
        ? findIncoming(connection, sink)
        : findOutgoing(connection, sink);
}

/// Told with the listener, also when that has closed since.
void ConnectionRules::findIncoming(const SocketRecord& connection, const FindingSink& sink) const
{
    const PortKey port{connection.key.protocol, connection.key.localPort};
    const std::string* listener = listenerMatter(port);
    if (listener != nullptr && listener->empty()) {
        return;
    }
    std::string matter = listener != nullptr ? *listener : std::string{};
    if (matter.empty()) {
        matter = m_memory.findByPrefix(
            matterOf(WatchRule::UnassignedListener, portKeyOf(port.first, port.second)));
    }
    if (matter.empty()) {
        matter = unassignedListenerMatter(connection);
    }
    Finding finding = findingOf(WatchRule::UnassignedListener, std::move(matter), connection);
    finding.peer = connection.key.remoteAddress.unmapped();
    finding.evidence.push_back("connection from " + endpointWords(connection.remote()));
    sink(std::move(finding));
}

void ConnectionRules::findOutgoing(const SocketRecord& connection, const FindingSink& sink) const
{
    const Endpoint remote = connection.remote();
    // Within this machine the other end tells it, and knows whether it is expected.
    if (isLocalConnection(connection) &&
        listenerMatter({connection.key.protocol, remote.port}) != nullptr) {
        return;
    }
    // Whoever is not known (a closing tells no owner) is the one who was there before.
    const std::string there = matterOf(WatchRule::UnassignedPeer, endpointWords(remote) + "|");
    const std::string nobody = there + "||";
    const bool isKnown = !connection.owners().empty() || connection.uid.has_value();
    std::string matter = m_memory.findByPrefix(isKnown ? nobody : there);
    if (matter.empty() || (isKnown && matter != nobody)) {
        matter = there + programKeyOf(connection);
    }
    sink(findingOf(WatchRule::UnassignedPeer, std::move(matter), connection));
}

/// Whether it went to a port of this machine that nobody listens on.
bool ConnectionRules::isVain(const SocketRecord& connection) const
{
    return connection.direction == Direction::Outbound && isLocalConnection(connection) &&
           isVacantPort(connection.key.remotePort, connection.key.protocol) &&
           listenerMatter({connection.key.protocol, connection.key.remotePort}) == nullptr;
}

void ConnectionRules::findInClosings(const ClosingBatch& batch, const FindingSink& sink) const
{
    std::set<PortKey> closedListeners;
    for (const Closing& closing : batch.closings) {
        const SocketKey& key = closing.socket.key;
        if (!closing.wasSeen && !closing.isConnection && key.protocol == Protocol::Tcp &&
            isVacantPort(key.localPort, key.protocol)) {
            closedListeners.emplace(key.protocol, key.localPort);
        }
    }
    std::vector<SocketRecord> probes;
    for (const Closing& closing : batch.closings) {
        const SocketKey& key = closing.socket.key;
        if (closing.wasSeen || !closing.isConnection || !closing.socket.hasRemote()) {
            continue;
        }
        // The listener came and went between the same two looks: nobody knew that it came in.
        if (closing.socket.direction != Direction::Inbound &&
            closedListeners.contains({key.protocol, key.localPort})) {
            SocketRecord row = closing.socket;
            row.direction = Direction::Inbound;
            findIncoming(judged(std::move(row)), sink);
        } else if (!isUnexpected(closing.socket)) {
            continue;
        } else if (isVain(closing.socket)) {
            probes.push_back(closing.socket);
        } else {
            findInConnection(closing.socket, sink);
        }
    }
    findProbes(probes, sink);
}

/// One alert for each address that tries ports, however many.
void ConnectionRules::findProbes(const std::vector<SocketRecord>& probes, const FindingSink& sink)
{
    for (const SocketRecord& probe : probes) {
        Finding finding = findingOf(
            WatchRule::Probe,
            matterOf(WatchRule::Probe, probe.key.localAddress.unmapped().toString()), probe);
        finding.severity = Severity::Low;
        finding.reason = "well-known ports that are nobody's were tried from this machine in vain";
        finding.evidence.push_back(
            fmt::format("{} {}", token(probe.key.protocol), endpointWords(probe.remote())));
        sink(std::move(finding));
    }
}

}  // namespace quaywatch
