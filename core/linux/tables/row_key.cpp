// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/row_key.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>

namespace quaywatch::linux_backend {
namespace {

// TCP_NEW_SYN_RECV of <net/tcp_states.h>, a kernel-internal header: a half-open connection.
constexpr std::uint8_t kNewSynReceived = 12;

IpAddress addressOf(const DiagRow& row, const std::array<std::uint8_t, 16>& bytes) noexcept
{
    if (row.family == AF_INET) {
        return IpAddress::v4({bytes[0], bytes[1], bytes[2], bytes[3]});
    }
    const IpAddress address = IpAddress::v6(bytes);
    // The kernel reports the scope of a link-local address as the bound device.
    return address.isLinkLocal() ? IpAddress::v6(bytes, row.interfaceIndex) : address;
}

}  // namespace

std::optional<SocketState> stateOf(const DiagRow& row) noexcept
{
    if (row.protocol == IPPROTO_UDP) {
        return row.state == TCP_ESTABLISHED ? SocketState::Connected : SocketState::Bound;
    }
    switch (row.state) {
        case TCP_ESTABLISHED:
            return SocketState::Established;
        case TCP_SYN_SENT:
            return SocketState::SynSent;
        case TCP_SYN_RECV:
        case kNewSynReceived:
            return SocketState::SynReceived;
        case TCP_FIN_WAIT1:
            return SocketState::FinWait1;
        case TCP_FIN_WAIT2:
            return SocketState::FinWait2;
        case TCP_TIME_WAIT:
            return SocketState::TimeWait;
        case TCP_CLOSE_WAIT:
            return SocketState::CloseWait;
        case TCP_LAST_ACK:
            return SocketState::LastAck;
        case TCP_LISTEN:
            return SocketState::Listen;
        case TCP_CLOSING:
            return SocketState::Closing;
        case kBoundInactive:
            return SocketState::Bound;
        default:
            return std::nullopt;
    }
}

SocketKey keyOf(const DiagRow& row, std::uint64_t networkNamespace) noexcept
{
    SocketKey key;
    key.localPort = row.localPort;
    key.protocol = row.protocol == IPPROTO_TCP ? Protocol::Tcp : Protocol::Udp;
    key.localAddress = addressOf(row, row.local);
    key.remoteAddress = addressOf(row, row.remote);
    key.remotePort = row.remotePort;
    key.networkNamespace = networkNamespace;
    key.boundDevice = row.interfaceIndex;
    const bool isConnection =
        key.protocol == Protocol::Tcp && row.state != TCP_LISTEN && row.state != kBoundInactive;
    if (!isConnection) {
        key.kernelId = row.cookie != 0 ? row.cookie : row.inode;
    }
    return key;
}

}  // namespace quaywatch::linux_backend
