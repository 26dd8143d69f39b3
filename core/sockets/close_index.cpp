// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/close_index.h"

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace quaywatch {
namespace {

constexpr std::size_t kPortCount = 65536;

/// A hash of the two ends. The addresses are in it, since many connections can have the same ports.
std::size_t hashOf(Port localPort, const IpAddress& local, Port remotePort, const IpAddress& remote)
{
    constexpr std::size_t kFactor = 31;
    const auto hash = [](const IpAddress& address) {
        std::size_t value = 0;
        for (const std::uint8_t byte : address.bytes()) {
            value = value * kFactor + byte;
        }
        return value;
    };
    const std::size_t ports = std::size_t{localPort} << 16U | remotePort;
    return (ports * kFactor + hash(local.unmapped())) * kFactor + hash(remote.unmapped());
}

bool isOtherEnd(const SocketKey& one, const SocketKey& other)
{
    return one.protocol == other.protocol && one.networkNamespace == other.networkNamespace &&
           one.localPort == other.remotePort && one.remotePort == other.localPort &&
           one.localAddress.unmapped() == other.remoteAddress.unmapped() &&
           one.remoteAddress.unmapped() == other.localAddress.unmapped();
}

}  // namespace

bool isRemnant(const SocketRecord& row) noexcept
{
    return row.state == SocketState::TimeWait || (row.state == SocketState::FinWait2 && !row.inode);
}

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
        const auto wanted =
            row.cookie && !isRemnant(row) ? m_byCookie.find(*row.cookie) : m_byCookie.end();
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
    const bool isIt = row != nullptr && !isRemnant(*row) &&
                      (!row->cookie || row->state == SocketState::SynReceived);
    return isIt ? row : nullptr;
}

const std::vector<const SocketRecord*>& CloseIndex::listenersAt(const SocketKey& key) const
{
    static const std::vector<const SocketRecord*> kNone;
    const auto found = m_listeners.find({key.localPort, key.protocol});
    return found == m_listeners.end() ? kNone : found->second;
}

ClosedPairs::ClosedPairs(const std::vector<DestroyedSocket>& sockets)
{
    m_byEnds.reserve(sockets.size());
    for (const DestroyedSocket& socket : sockets) {
        const SocketKey& key = socket.key;
        if (key.remotePort != 0) {
            m_byEnds.emplace(
                hashOf(key.localPort, key.localAddress, key.remotePort, key.remoteAddress),
                &socket);
        }
    }
}

const DestroyedSocket* ClosedPairs::otherEndOf(const DestroyedSocket& socket) const
{
    const SocketKey& key = socket.key;
    const auto [first, last] = m_byEnds.equal_range(
        hashOf(key.remotePort, key.remoteAddress, key.localPort, key.localAddress));
    for (auto end = first; end != last; ++end) {
        if (isOtherEnd(end->second->key, socket.key)) {
            return end->second;
        }
    }
    return nullptr;
}

}  // namespace quaywatch
