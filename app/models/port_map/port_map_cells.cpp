// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/port_map/port_map_cells.h"

#include "app/models/diff_since.h"
#include "core/registry/active_registry.h"
#include "core/sockets/socket_close.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace quaywatch {
namespace {

std::span<const SocketRecord> socketsOn(const Snapshot& snapshot, Port port)
{
    const auto first = std::partition_point(
        snapshot.sockets.begin(), snapshot.sockets.end(),
        [port](const SocketRecord& socket) { return socket.key.localPort < port; });
    const auto last = std::partition_point(
        first, snapshot.sockets.end(),
        [port](const SocketRecord& socket) { return socket.key.localPort == port; });
    return {first, last};
}

const SocketRecord* find(const Snapshot& snapshot, const SocketKey& wanted)
{
    const auto found = std::lower_bound(
        snapshot.sockets.begin(), snapshot.sockets.end(), wanted,
        [](const SocketRecord& socket, const SocketKey& key) { return socket.key < key; });
    return found != snapshot.sockets.end() && found->key == wanted ? &*found : nullptr;
}

bool isExposed(const SocketRecord& listener)
{
    return listener.exposure && *listener.exposure != Exposure::Loopback;
}

/// The rank of a verdict among those of the same port.
int weightOf(Verdict verdict)
{
    switch (verdict) {
        case Verdict::Unexpected:
            return 3;
        case Verdict::Explained:
            return 2;
        case Verdict::Expected:
            return 1;
        case Verdict::Ordinary:
            return 0;
    }
    return 0;
}

Verdict heavier(Verdict a, Verdict b)
{
    return weightOf(b) > weightOf(a) ? b : a;
}

/// The most important verdict that at least one socket has.
Verdict heaviest(const std::array<std::uint32_t, 4>& sockets)
{
    Verdict result = Verdict::Ordinary;
    for (const Verdict verdict : {Verdict::Unexpected, Verdict::Explained, Verdict::Expected}) {
        if (sockets.at(static_cast<std::size_t>(verdict)) > 0) {
            result = heavier(result, verdict);
        }
    }
    return result;
}

bool isSevere(const Assessment& assessment)
{
    return assessment.verdict == Verdict::Unexpected &&
           assessment.severity.value_or(Severity::Low) >= Severity::High;
}

bool standsBefore(const SocketRecord& socket, const SocketRecord& than)
{
    const auto rank = [](const SocketRecord& each) {
        return std::tuple(each.isListener(), weightOf(each.assessment.verdict), isExposed(each));
    };
    return rank(socket) > rank(than);
}

bool isAssigned(unsigned port)
{
    const auto has = [port](Protocol protocol) {
        const auto state = registry::lookup(static_cast<Port>(port), protocol).state;
        return state == AssignmentState::Assigned || state == AssignmentState::Private;
    };
    return has(Protocol::Tcp) || has(Protocol::Udp);
}

std::uint32_t countAssigned(unsigned first, unsigned last)
{
    std::uint32_t count = 0;
    for (unsigned port = first; port <= last; ++port) {
        count += isAssigned(port) ? 1U : 0U;
    }
    return count;
}

constexpr unsigned kBlock = 32;

std::vector<std::uint32_t> countBlocks()
{
    std::vector<std::uint32_t> counts;
    for (unsigned first = 0; first < 65536; first += kBlock) {
        counts.push_back(countAssigned(first, first + kBlock - 1));
    }
    return counts;
}

/// Cached: the registry rarely changes, and 65,536 look-ups are too slow for each full repaint.
std::uint32_t assignedIn(PortRange range)
{
    static std::uint32_t generation = registry::active().generation;
    static std::vector<std::uint32_t> counts = countBlocks();
    if (generation != registry::active().generation) {
        generation = registry::active().generation;
        counts = countBlocks();
    }
    const bool isBlock = range.first % kBlock == 0 && range.last == range.first + kBlock - 1;
    return isBlock ? counts[range.first / kBlock] : countAssigned(range.first, range.last);
}

/// Returns the event to highlight on a port that an update changed.
PortEvent eventOf(const PortMapCell& before, const PortMapCell& after, bool isListenerTouched)
{
    if (after.verdict == Verdict::Unexpected && before.verdict != Verdict::Unexpected) {
        return PortEvent::Alarm;
    }
    if (before.isListening() != after.isListening()) {
        return after.isListening() ? PortEvent::Opened : PortEvent::Closed;
    }
    return isListenerTouched ? PortEvent::Changed : PortEvent::Traffic;
}

}  // namespace

Port mapPortOf(const SocketRecord& socket) noexcept
{
    const bool isForPeer = socket.direction == Direction::Outbound &&
                           socket.assessment.verdict == Verdict::Unexpected && socket.hasRemote();
    return isForPeer ? socket.key.remotePort : socket.key.localPort;
}

void PortMapCells::take(const SocketRecord& socket, bool isThere, Touches& touches)
{
    const PortId id{mapPortOf(socket), socket.key.protocol};
    auto touch = touches.find(id.port);
    if (touch == touches.end()) {
        touch = touches.emplace(id.port, Touch{cell(id.port), false}).first;
    }
    touch->second.isListenerTouched |= socket.isListener();
    const auto change = [isThere](std::uint32_t& count) { count += isThere ? 1U : ~0U; };
    Use& use = m_uses[id];
    const auto verdict = static_cast<std::size_t>(socket.assessment.verdict);
    change((socket.isListener() ? use.listeners : use.connections).at(verdict));
    if (socket.isListener() && isExposed(socket)) {
        change(use.exposed);
    }
    if (isSevere(socket.assessment)) {
        change(use.severe);
    }
    if (use.isNone()) {
        m_uses.erase(id);
    }
}

void PortMapCells::takeSteps(const Snapshot& before, const Snapshot& after,
                             const SnapshotDiff& steps, Touches& touches)
{
    forEachRow(before, steps.removed,
               [&](const SocketRecord& socket) { take(socket, false, touches); });
    forEachRow(after, steps.added,
               [&](const SocketRecord& socket) { take(socket, true, touches); });
    forEachRow(after, steps.changed, [&](const SocketRecord& socket) {
        if (const SocketRecord* was = find(before, socket.key)) {
            take(*was, false, touches);
        }
        take(socket, true, touches);
    });
}

void PortMapCells::takeCloses(const CloseBatch& batch, TimePoint now, std::vector<Port>& changed)
{
    for (const SocketClose& closing : batch.closes) {
        if (closing.isMissingFromDiff) {
            const Port port =
                closing.listener ? closing.listener->localPort : mapPortOf(closing.socket);
            m_highlights.start(port, PortEvent::Traffic, now);
            changed.push_back(port);
        }
    }
}

std::vector<Port> PortMapCells::apply(const SnapshotUpdate& update, TimePoint now)
{
    const bool isFirst = m_snapshot == nullptr;
    std::vector<Port> changed = m_highlights.takeExpired(now);
    Touches touches;
    const DiffSince steps(m_snapshot, update);
    takeSteps(steps.from(), *update.after, *steps, touches);
    m_snapshot = update.after;
    for (const auto& [port, touch] : touches) {
        if (!isFirst) {
            m_highlights.start(port, eventOf(touch.before, cell(port), touch.isListenerTouched),
                               now);
        }
        changed.push_back(port);
    }
    if (update.closes) {
        takeCloses(*update.closes, now, changed);
    }
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    return changed;
}

bool PortMapCells::Use::isUnexpected() const noexcept
{
    constexpr auto kUnexpected = static_cast<std::size_t>(Verdict::Unexpected);
    return listeners[kUnexpected] > 0 || connections[kUnexpected] > 0;
}

void PortMapCells::addTo(PortMapCell& cell, Protocol protocol, const Use& use)
{
    (protocol == Protocol::Tcp ? cell.listensTcp : cell.listensUdp) = use.isListening();
    cell.isExposed = cell.isExposed || use.exposed > 0;
    cell.verdict =
        heavier(cell.verdict, heavier(heaviest(use.listeners), heaviest(use.connections)));
    cell.isSevere = cell.isSevere || use.severe > 0;
    cell.isUsed = true;
}

PortMapCell PortMapCells::cell(Port port) const
{
    PortMapCell cell;
    cell.tcp = registry::lookup(port, Protocol::Tcp).state;
    cell.udp = registry::lookup(port, Protocol::Udp).state;
    for (auto use = m_uses.lower_bound({port, Protocol::Tcp});
         use != m_uses.end() && use->first.port == port; ++use) {
        addTo(cell, use->first.protocol, use->second);
    }
    return cell;
}

PortMapBlock PortMapCells::block(PortRange range) const
{
    PortMapBlock block;
    block.ports = static_cast<std::uint32_t>(range.last - range.first + 1);
    block.assigned = assignedIn(range);
    for (auto use = m_uses.lower_bound({range.first, Protocol::Tcp});
         use != m_uses.end() && range.contains(use->first.port); ++use) {
        PortMapCell cell;
        addTo(cell, use->first.protocol, use->second);
        block.listening += cell.isListening() ? 1U : 0U;
        block.isExposed = block.isExposed || cell.isExposed;
        block.isUsed = true;
        block.verdict = heavier(block.verdict, cell.verdict);
        block.isSevere = block.isSevere || cell.isSevere;
    }
    return block;
}

AssignmentCounts assignmentCounts(PortRange range, Protocol protocol)
{
    AssignmentCounts counts{};
    for (unsigned port = range.first; port <= range.last; ++port) {
        const auto state = registry::lookup(static_cast<Port>(port), protocol).state;
        ++counts.at(static_cast<std::size_t>(state));
    }
    return counts;
}

void PortMapCells::addListening(PortMapCounts& counts, const Use& use)
{
    switch (heaviest(use.listeners)) {
        case Verdict::Ordinary:
            ++(use.exposed > 0 ? counts.exposed : counts.loopback);
            break;
        case Verdict::Unexpected:
            ++counts.unexpected;
            break;
        case Verdict::Expected:
            ++counts.expected;
            break;
        case Verdict::Explained:
            ++counts.explained;
            break;
    }
}

PortMapCounts PortMapCells::counts(PortRange range) const
{
    constexpr auto kUnexpected = static_cast<std::size_t>(Verdict::Unexpected);
    PortMapCounts counts;
    for (auto use = m_uses.lower_bound({range.first, Protocol::Tcp});
         use != m_uses.end() && range.contains(use->first.port); ++use) {
        counts.unexpectedConnections += use->second.connections.at(kUnexpected);
        if (use->second.isListening()) {
            addListening(counts, use->second);
        } else if (!use->second.isUnexpected()) {
            ++counts.connectionsOnly;
        }
    }
    return counts;
}

std::vector<Port> PortMapCells::alarmsIn(PortRange range) const
{
    std::vector<Port> ports;
    for (auto use = m_uses.lower_bound({range.first, Protocol::Tcp});
         use != m_uses.end() && range.contains(use->first.port); ++use) {
        if (use->second.isUnexpected() && (ports.empty() || ports.back() != use->first.port)) {
            ports.push_back(use->first.port);
        }
    }
    return ports;
}

std::optional<Port> PortMapCells::firstListening(PortRange range) const
{
    for (auto use = m_uses.lower_bound({range.first, Protocol::Tcp});
         use != m_uses.end() && range.contains(use->first.port); ++use) {
        if (use->second.isListening()) {
            return use->first.port;
        }
    }
    return std::nullopt;
}

const SocketRecord* PortMapCells::leadSocket(Port port) const
{
    const auto use = m_uses.lower_bound({port, Protocol::Tcp});
    if (use == m_uses.end() || use->first.port != port) {
        return nullptr;
    }
    const SocketRecord* lead = nullptr;
    for (const SocketRecord& socket : socketsOn(*m_snapshot, port)) {
        if (mapPortOf(socket) == port && (lead == nullptr || standsBefore(socket, *lead))) {
            lead = &socket;
        }
    }
    if (lead != nullptr) {
        return lead;
    }
    // Only a connection whose remote port this is; its local port may be any.
    const auto peer =
        std::find_if(m_snapshot->sockets.begin(), m_snapshot->sockets.end(),
                     [port](const SocketRecord& socket) { return mapPortOf(socket) == port; });
    return peer == m_snapshot->sockets.end() ? nullptr : &*peer;
}

std::vector<const SocketRecord*> PortMapCells::listeners(Port port) const
{
    std::vector<const SocketRecord*> listeners;
    if (m_snapshot == nullptr) {
        return listeners;
    }
    for (const SocketRecord& socket : socketsOn(*m_snapshot, port)) {
        if (socket.isListener()) {
            listeners.push_back(&socket);
        }
    }
    return listeners;
}

}  // namespace quaywatch
