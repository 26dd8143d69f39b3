// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/close_index.h"

#include <algorithm>
#include <bitset>

namespace quaywatch {
namespace {

constexpr std::size_t kPortCount = 65536;

std::uint32_t portsOf(Port first, Port second)
{
    return std::uint32_t{first} << 16U | second;
}

bool isOtherEnd(const SocketKey& one, const SocketKey& other)
{
    return one.networkNamespace == other.networkNamespace &&
           one.localAddress.unmapped() == other.remoteAddress.unmapped() &&
           one.remoteAddress.unmapped() == other.localAddress.unmapped();
}

}  // namespace

CloseIndex::CloseIndex(const std::vector<DestroyedSocket>& sockets, const Snapshot& snapshot)
    : m_snapshot(snapshot)
{
    std::bitset<kPortCount> ports;
    m_byCookie.reserve(sockets.size());
    for (const DestroyedSocket& socket : sockets) {
        ports.set(socket.key.localPort);
        if (socket.cookie) {
            m_byCookie.emplace(*socket.cookie, nullptr);
        }
    }
    for (const SocketRecord& row : snapshot.sockets) {
        if (!ports.test(row.key.localPort)) {
            continue;
        }
        if (row.isListener()) {
            m_listeners[{row.key.localPort, row.key.protocol}].push_back(&row);
        }
        const auto wanted = row.cookie ? m_byCookie.find(*row.cookie) : m_byCookie.end();
        if (wanted != m_byCookie.end()) {
            wanted->second = &row;
        }
    }
}

const SocketRecord* CloseIndex::find(const DestroyedSocket& socket) const
{
    const auto found = socket.cookie ? m_byCookie.find(*socket.cookie) : m_byCookie.end();
    if (found != m_byCookie.end() && found->second != nullptr) {
        return found->second;
    }
    // The cookie of a half-open connection differs from that of the later connection, and /proc/net
    // has none.
    const SocketRecord* row = findSocketRow(m_snapshot, socket.key);
    const bool isIt = row != nullptr && row->state != SocketState::TimeWait &&
                      (!row->cookie || row->state == SocketState::SynReceived);
    return isIt ? row : nullptr;
}

const std::vector<const SocketRecord*>& CloseIndex::listenersAt(const SocketKey& key) const
{
    static const std::vector<const SocketRecord*> kNone;
    const auto found = m_listeners.find({key.localPort, key.protocol});
    return found == m_listeners.end() ? kNone : found->second;
}

LoopbackPairs::LoopbackPairs(const std::vector<DestroyedSocket>& sockets)
{
    m_byPorts.reserve(sockets.size());
    for (const DestroyedSocket& socket : sockets) {
        const SocketKey& key = socket.key;
        if (socket.bytesSent &&
            (key.remoteAddress.unmapped().isLoopback() || key.remoteAddress == key.localAddress)) {
            m_byPorts.emplace(portsOf(key.localPort, key.remotePort), &socket);
        }
    }
}

std::optional<std::uint64_t> LoopbackPairs::sentByPeerOf(const DestroyedSocket& socket) const
{
    const auto [first, last] =
        m_byPorts.equal_range(portsOf(socket.key.remotePort, socket.key.localPort));
    for (auto end = first; end != last; ++end) {
        if (isOtherEnd(end->second->key, socket.key)) {
            return end->second->bytesSent;
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch
