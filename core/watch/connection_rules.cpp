// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/watch/connection_rules.h"

#include "core/assess/assess.h"
#include "core/message/message_list.h"
#include "core/sockets/classify.h"
#include "core/watch/alert_text.h"
#include "core/watch/service_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace quaywatch {
namespace {

/// Assesses a row that is in no snapshot as if it were in one.
SocketRecord assessed(SocketRecord row)
{
    Snapshot alone;
    alone.sockets.push_back(std::move(row));
    assess(alone, {});
    return std::move(alone.sockets.front());
}

Finding findingOf(WatchRule rule, std::string dedupKey, const SocketRecord& socket)
{
    Finding finding;
    finding.rule = rule;
    finding.severity = socket.assessment.severity.value_or(Severity::Medium);
    finding.dedupKey = std::move(dedupKey);
    finding.socket = &socket;
    finding.reason = socket.assessment.reason ? *socket.assessment.reason : Message();
    return finding;
}

bool isUnexpected(const SocketRecord& socket) noexcept
{
    return socket.assessment.verdict == Verdict::Unexpected;
}

}  // namespace

ConnectionRules::ConnectionRules(const Snapshot& snapshot, const AlertDeduplicator& memory)
    : m_memory(memory)
{
    for (const SocketRecord& row : snapshot.sockets) {
        if (row.key.localPort >= kFirstRegisteredPort) {
            break;
        }
        if (row.isListener() && isUnclaimedWellKnownPort(row.key.localPort, row.key.protocol)) {
            std::string& dedupKey = m_listeners[{row.key.localPort, row.key.protocol}];
            if (isUnexpected(row) && dedupKey.empty()) {
                dedupKey = unassignedListenerKey(row);
            }
        }
    }
}

const std::string* ConnectionRules::listenerDedupKey(PortId port) const
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
            !isUnclaimedWellKnownPort(connection.key.remotePort, connection.key.protocol)
        ? findIncoming(connection, sink)
        : findOutgoing(connection, sink);
}

/// An incoming connection is reported with its listener, even if that has closed since.
void ConnectionRules::findIncoming(const SocketRecord& connection, const FindingSink& sink) const
{
    const PortId port{connection.key.localPort, connection.key.protocol};
    const std::string* listener = listenerDedupKey(port);
    if (listener != nullptr && listener->empty()) {
        return;
    }
    std::string dedupKey = listener != nullptr ? *listener : std::string{};
    if (dedupKey.empty()) {
        dedupKey = m_memory.findByPrefix(
            dedupKeyFor(WatchRule::UnassignedListener, portKeyOf(port.protocol, port.port)));
    }
    if (dedupKey.empty()) {
        dedupKey = unassignedListenerKey(connection);
    }
    Finding finding = findingOf(WatchRule::UnassignedListener, std::move(dedupKey), connection);
    finding.peer = connection.key.remoteAddress.unmapped();
    const bool isKnown = connection.direction == Direction::Inbound;
    finding.evidence.emplace_back(isKnown ? MessageId::ConnectionFrom : MessageId::ConnectionWith,
                                  toString(connection.remote()));
    sink(std::move(finding));
}

void ConnectionRules::findOutgoing(const SocketRecord& connection, const FindingSink& sink) const
{
    const Endpoint remote = connection.remote();
    // If both ends are on this machine, the listening end is reported; it is known whether that is
    // expected.
    if (isLocalConnection(connection) &&
        listenerDedupKey({remote.port, connection.key.protocol}) != nullptr) {
        return;
    }
    // A connection without a known owner (a close event has none) is counted with an earlier one to
    // the same remote end.
    const std::string there = dedupKeyFor(WatchRule::UnassignedPeer, toString(remote) + "|");
    const std::string nobody = there + "||";
    const bool isKnown = !connection.owners().empty() || connection.uid.has_value();
    std::string dedupKey = m_memory.findByPrefix(isKnown ? nobody : there);
    if (dedupKey.empty() || (isKnown && dedupKey != nobody)) {
        dedupKey = there + programKeyOf(connection);
    }
    sink(findingOf(WatchRule::UnassignedPeer, std::move(dedupKey), connection));
}

/// Whether the connection went to a port of this machine on which nothing listens. One that is
/// known to have been open had a listener, even if no snapshot has it.
bool ConnectionRules::isVain(const SocketRecord& connection) const
{
    return connection.direction == Direction::Outbound && !connection.isOpener &&
           isLocalConnection(connection) &&
           isUnclaimedWellKnownPort(connection.key.remotePort, connection.key.protocol) &&
           listenerDedupKey({connection.key.remotePort, connection.key.protocol}) == nullptr;
}

void ConnectionRules::findInCloses(const CloseBatch& batch, const FindingSink& sink) const
{
    std::set<PortId> closedListeners;
    for (const SocketClose& closing : batch.closes) {
        const SocketKey& key = closing.socket.key;
        if (!closing.wasSeen && !closing.isConnection && key.protocol == Protocol::Tcp &&
            isUnclaimedWellKnownPort(key.localPort, key.protocol)) {
            closedListeners.insert({key.localPort, key.protocol});
        }
    }
    std::vector<SocketRecord> probes;
    for (const SocketClose& closing : batch.closes) {
        const SocketKey& key = closing.socket.key;
        if (closing.wasSeen || !closing.isConnection || !closing.socket.hasRemote()) {
            continue;
        }
        // A UDP socket that is connected has sent nothing yet: getaddrinfo(3) connects one for each
        // address that it sorts.
        if (key.protocol == Protocol::Udp && isVain(closing.socket)) {
            continue;
        }
        // The listener opened and closed between the same two polls, so the connection is not
        // marked as inbound.
        if (closing.socket.direction != Direction::Inbound &&
            !closing.socket.isOpener.value_or(false) &&
            closedListeners.contains({key.localPort, key.protocol})) {
            SocketRecord row = closing.socket;
            row.direction = Direction::Inbound;
            findIncoming(assessed(std::move(row)), sink);
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

/// Reports one alert for each address that tries ports, however many it tries.
void ConnectionRules::findProbes(const std::vector<SocketRecord>& probes, const FindingSink& sink)
{
    for (const SocketRecord& probe : probes) {
        Finding finding = findingOf(
            WatchRule::Probe,
            dedupKeyFor(WatchRule::Probe, probe.key.localAddress.unmapped().toString()), probe);
        finding.severity = Severity::Low;
        finding.reason = Message(MessageId::PortsProbed);
        finding.evidence.emplace_back(
            fmt::format("{} {}", token(probe.key.protocol), toString(probe.remote())));
        sink(std::move(finding));
    }
}

}  // namespace quaywatch
