// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/remote_uid.h"

#include "core/linux/tables/diag_channel.h"
#include "core/linux/tables/diag_row.h"
#include "core/linux/tables/inet_diag_decoder.h"

#include <libmnl/libmnl.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <span>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kAnswerBytes = 8192;

struct PairRequest {
    nlmsghdr header;
    inet_diag_req_v2 body;
};

std::optional<sockaddr_in> nameOf(int socket, decltype(getsockname)* ask)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    const bool isKnown = ask(socket, reinterpret_cast<sockaddr*>(&address), &length) == 0 &&
                         length == sizeof address && address.sin_family == AF_INET;
    return isKnown ? std::optional(address) : std::nullopt;
}

/// A request for the socket whose local end is `near` and whose remote end is `remote`.
PairRequest pairRequestFor(const sockaddr_in& near, const sockaddr_in& remote) noexcept
{
    PairRequest request{};
    request.header.nlmsg_len = sizeof request;
    request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    request.header.nlmsg_flags = NLM_F_REQUEST;
    request.header.nlmsg_seq = 1;
    request.body.sdiag_family = AF_INET;
    request.body.sdiag_protocol = IPPROTO_TCP;
    request.body.idiag_states = ~0U;
    inet_diag_sockid& id = request.body.id;
    id.idiag_sport = near.sin_port;
    id.idiag_dport = remote.sin_port;
    id.idiag_src[0] = near.sin_addr.s_addr;
    id.idiag_dst[0] = remote.sin_addr.s_addr;
    id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return request;
}

/// The kernel's row for the socket at `near` that is connected to `remote`. If there is none, the
/// row of the listener that would accept such a connection.
std::optional<DiagRow> askKernel(const sockaddr_in& near, const sockaddr_in& remote)
{
    const auto channel = openDiagChannel();
    const PairRequest request = pairRequestFor(near, remote);
    if (!channel || !(*channel)->send(std::as_bytes(std::span(&request, 1)))) {
        return std::nullopt;
    }
    alignas(nlmsghdr) std::array<std::byte, kAnswerBytes> buffer{};
    const auto length = (*channel)->receive(buffer);
    const auto* header = reinterpret_cast<const nlmsghdr*>(buffer.data());
    if (!length || !mnl_nlmsg_ok(header, static_cast<int>(*length)) ||
        header->nlmsg_type != SOCK_DIAG_BY_FAMILY) {
        return std::nullopt;
    }
    const auto* payload = static_cast<const std::byte*>(mnl_nlmsg_get_payload(header));
    return decodeInetDiag({payload, mnl_nlmsg_get_payload_len(header)}, IPPROTO_TCP);
}

/// For a socket that is closed or was not accepted yet, the kernel returns no inode and uid 0.
std::optional<std::uint32_t> uidOf(const std::optional<DiagRow>& row, bool isWanted)
{
    return row && isWanted && row->inode != 0 ? std::optional(row->uid) : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> remoteUid(int socket)
{
    const auto own = nameOf(socket, getsockname);
    const auto other = nameOf(socket, getpeername);
    if (!own || !other) {
        return std::nullopt;
    }
    const auto row = askKernel(*other, *own);
    // If there is no such connection, the kernel returns the listener.
    return uidOf(row, row && row->remotePort == ntohs(own->sin_port));
}

std::optional<std::uint32_t> listenerUid(int socket)
{
    const auto other = nameOf(socket, getpeername);
    if (!other) {
        return std::nullopt;
    }
    const auto row = askKernel(*other, sockaddr_in{});
    return uidOf(row, row && row->state == TCP_LISTEN);
}

}  // namespace quaywatch::linux_backend
