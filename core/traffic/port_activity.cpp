// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/traffic/port_activity.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

std::uint32_t keyOf(Port port, Protocol protocol)
{
    return std::uint32_t{static_cast<std::uint8_t>(protocol)} << 16U | port;
}

/// Whether the close is activity of its local port.
bool isOfItsPort(const SocketClose& closing)
{
    const SocketRecord& socket = closing.socket;
    if (socket.key.protocol == Protocol::Tcp) {
        return closing.isConnection && socket.direction == Direction::Inbound;
    }
    return socket.direction != Direction::Outbound;
}

}  // namespace

void PortActivity::add(const SnapshotUpdate& update)
{
    if (!m_since) {
        m_since = update.after->takenAt;
    }
    m_isCounting = update.closes != nullptr;
    if (!m_isCounting) {
        return;
    }
    m_gapCount += update.closes->gaps.size();
    for (const SocketClose& closing : update.closes->closes) {
        if (isOfItsPort(closing)) {
            count(closing);
        }
    }
    if (m_ports.size() > kMaxPorts) {
        forgetTheQuietest();
    }
}

const PortCounts* PortActivity::at(Port port, Protocol protocol) const
{
    const auto found = m_ports.find(keyOf(port, protocol));
    return found == m_ports.end() ? nullptr : &found->second;
}

void PortActivity::count(const SocketClose& closing)
{
    const SocketRecord& socket = closing.socket;
    PortCounts& counts = m_ports[keyOf(socket.key.localPort, socket.key.protocol)];
    ++counts.closed;
    counts.bytesReceived += socket.bytesReceived.value_or(0);
    counts.bytesSent += socket.bytesSent.value_or(0);
    counts.lastAt = closing.at;
    const auto& lifetime = closing.lifetimeAtMost ? closing.lifetimeAtMost : closing.lifetime;
    if (lifetime && (!counts.shortest || *lifetime < *counts.shortest)) {
        counts.shortest = lifetime;
    }
}

/// Removes half of the ports, so that this is not needed again at each update.
void PortActivity::forgetTheQuietest()
{
    std::vector<std::pair<std::uint32_t, PortCounts>> ports(m_ports.begin(), m_ports.end());
    const auto isKeptBefore = [](const auto& a, const auto& b) {
        const bool isWellKnownA = (a.first & 0xffffU) < kFirstRegisteredPort;
        const bool isWellKnownB = (b.first & 0xffffU) < kFirstRegisteredPort;
        return std::pair(isWellKnownA, a.second.lastAt) > std::pair(isWellKnownB, b.second.lastAt);
    };
    const auto middle = ports.begin() + static_cast<std::ptrdiff_t>(kMaxPorts / 2);
    std::nth_element(ports.begin(), middle, ports.end(), isKeptBefore);
    m_ports = {ports.begin(), middle};
}

}  // namespace quaywatch
