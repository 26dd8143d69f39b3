// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/destroy_message.h"

#include "core/linux/tables/inet_diag_decoder.h"
#include "core/linux/tables/row_key.h"

#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace quaywatch::linux_backend {
namespace {

std::optional<DestroyedSocket> destroyedSocket(const DiagRow& row, std::uint64_t networkNamespace)
{
    const bool isTcp = row.protocol == IPPROTO_TCP;
    if ((!isTcp && row.protocol != IPPROTO_UDP) || row.localPort == 0) {
        return std::nullopt;
    }
    DestroyedSocket socket;
    socket.key = keyOf(row, networkNamespace);
    if (isTcp && row.remotePort == 0) {
        socket.key.kernelId = row.cookie;  // As in a listener's key.
    }
    if (!isTcp) {
        socket.state = row.state == TCP_ESTABLISHED ? SocketState::Connected : SocketState::Bound;
    }
    // An aborted TCP connection has no peer any more, but its sequence numbers still differ.
    socket.isConnection = row.remotePort != 0 || (isTcp && row.sendQueue != 0);
    socket.ackedControlBits = row.ackedControlBits;
    if (row.cookie != 0) {
        socket.cookie = row.cookie;
    }
    if (row.hasByteCounts && row.remotePort != 0) {
        socket.bytesReceived = row.bytesReceived;
        socket.bytesSent = row.bytesSent;
    }
    return socket;
}

}  // namespace

void appendDestroyed(std::span<const std::byte> datagram, std::uint64_t networkNamespace,
                     std::chrono::system_clock::time_point at,
                     std::vector<DestroyedSocket>& sockets)
{
    while (datagram.size() >= sizeof(nlmsghdr)) {
        nlmsghdr header{};
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > datagram.size()) {
            return;
        }
        const auto payload = datagram.subspan(sizeof header, header.nlmsg_len - sizeof header);
        if (header.nlmsg_type == SOCK_DIAG_BY_FAMILY) {
            const std::optional<DiagRow> row = decodeInetDiag(payload, /*protocol=*/0);
            auto socket = row ? destroyedSocket(*row, networkNamespace) : std::nullopt;
            if (socket) {
                socket->at = at;
                sockets.push_back(*socket);
            }
        }
        datagram =
            datagram.subspan(std::min<std::size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
    }
}

}  // namespace quaywatch::linux_backend
