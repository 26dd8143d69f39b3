// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/inet_diag_decoder.h"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

namespace quaywatch::linux_backend {
namespace {

// States as numbered in <netinet/tcp.h>, which cannot be included together with <linux/tcp.h>.
constexpr std::uint8_t kEstablished = 1;
constexpr std::uint8_t kFinWait2 = 5;
constexpr std::uint8_t kClosed = 7;
constexpr std::uint8_t kCloseWait = 8;
constexpr std::uint8_t kLastAck = 9;
constexpr std::uint8_t kClosing = 11;

template <class T>
T readAs(std::span<const std::byte> bytes) noexcept
{
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

/// A field of tcp_info; empty if this kernel's struct ends before the field.
template <class T = std::uint64_t>
std::optional<T> tcpInfoField(std::span<const std::byte> info, std::size_t offset) noexcept
{
    if (info.size() < offset + sizeof(T)) {
        return std::nullopt;
    }
    return readAs<T>(info.subspan(offset));
}

/// Whether no segment with data was received, so that at most a FIN was.
bool hasNoDataIn(std::span<const std::byte> info) noexcept
{
    return tcpInfoField<std::uint32_t>(info, offsetof(tcp_info, tcpi_data_segs_in)) == 0U;
}

/// Whether this end opened the connection. The kernel counts as acknowledged what it sent, and one
/// more for its SYN if it sent one in a socket: only the end that opens does. (The SYN of the other
/// end is sent before it has a socket.) Everything sent must be acknowledged, and of the states
/// only those in which it is certain whether a FIN is counted, too. The kernel fills tcp_info with
/// the socket locked, so its fields are of one moment; the state outside of it may be older.
std::optional<bool> openerOf(const DiagRow& row, std::span<const std::byte> info) noexcept
{
    const auto state = tcpInfoField<std::uint8_t>(info, offsetof(tcp_info, tcpi_state));
    const auto unacked = tcpInfoField<std::uint32_t>(info, offsetof(tcp_info, tcpi_unacked));
    const auto acknowledged = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_acked));
    const auto sent = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_sent));  // Since Linux 4.19.
    const auto again = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_retrans));
    const bool isClear = state == row.state && (row.state == kEstablished ||
                                                row.state == kCloseWait || row.state == kFinWait2);
    if (!isClear || unacked != 0U || !acknowledged || !sent || !again || *again > *sent) {
        return std::nullopt;
    }
    const std::uint64_t withoutSyn = *sent - *again + (row.state == kFinWait2 ? 1 : 0);
    if (*acknowledged == withoutSyn) {
        return false;
    }
    return *acknowledged == withoutSyn + 1 ? std::optional(true) : std::nullopt;
}

/// Counts bytes of data only: the kernel's bytes_acked includes a client's SYN, its bytes_received
/// the peer's FIN.
void takeByteCounts(DiagRow& row, std::span<const std::byte> info) noexcept
{
    const auto received = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_received));
    const auto acknowledged = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_acked));
    if (!received || !acknowledged) {
        return;
    }
    const bool hasFin = row.state == kCloseWait || row.state == kLastAck || row.state == kClosing;
    row.hasByteCounts = true;
    row.bytesReceived = *received - (hasFin && *received > 0 ? 1 : 0);
    if (row.state == kClosed && hasNoDataIn(info)) {
        row.bytesReceived = 0;
    }
    const auto sent = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_sent));  // Since Linux 4.19.
    const auto again = tcpInfoField(info, offsetof(tcp_info, tcpi_bytes_retrans));
    row.bytesSent = sent && again && *again <= *sent ? *sent - *again : *acknowledged;
    if (*acknowledged > row.bytesSent) {
        constexpr std::uint64_t kSynAndFin = 2;
        row.ackedControlBits =
            static_cast<std::uint8_t>(std::min(*acknowledged - row.bytesSent, kSynAndFin));
    }
}

void takeAttribute(DiagRow& row, unsigned type, std::span<const std::byte> value) noexcept
{
    switch (type) {
        case INET_DIAG_SKV6ONLY:
            if (!value.empty()) {
                row.hasV6Only = true;
                row.isV6Only = value[0] != std::byte{0};
            }
            break;
        case INET_DIAG_CGROUP_ID:
            if (value.size() >= sizeof row.cgroupId) {
                row.cgroupId = readAs<std::uint64_t>(value);
            }
            break;
        case INET_DIAG_INFO:
            takeByteCounts(row, value);
            row.isOpener = openerOf(row, value);
            break;
        case INET_DIAG_PROTOCOL:
            if (!value.empty()) {
                row.protocol = std::to_integer<std::uint8_t>(value[0]);
            }
            break;
        default:
            break;
    }
}

void takeAttributes(DiagRow& row, std::span<const std::byte> rest) noexcept
{
    while (rest.size() >= sizeof(nlattr)) {
        const auto head = readAs<nlattr>(rest);
        if (head.nla_len < sizeof(nlattr) || head.nla_len > rest.size()) {
            return;
        }
        takeAttribute(row, head.nla_type & static_cast<unsigned>(NLA_TYPE_MASK),
                      rest.subspan(sizeof(nlattr), head.nla_len - sizeof(nlattr)));
        rest = rest.subspan(std::min<std::size_t>(NLA_ALIGN(head.nla_len), rest.size()));
    }
}

}  // namespace

std::optional<DiagRow> decodeInetDiag(std::span<const std::byte> payload,
                                      std::uint8_t protocol) noexcept
{
    if (payload.size() < sizeof(inet_diag_msg)) {
        return std::nullopt;
    }
    const auto message = readAs<inet_diag_msg>(payload);
    if (message.idiag_family != AF_INET && message.idiag_family != AF_INET6) {
        return std::nullopt;
    }
    DiagRow row;
    row.family = message.idiag_family;
    row.protocol = protocol;
    row.state = message.idiag_state;
    row.localPort = ntohs(message.id.idiag_sport);
    row.remotePort = ntohs(message.id.idiag_dport);
    const std::size_t length = row.family == AF_INET ? 4 : 16;
    std::memcpy(row.local.data(), message.id.idiag_src, length);
    std::memcpy(row.remote.data(), message.id.idiag_dst, length);
    row.interfaceIndex = message.id.idiag_if;
    row.cookie = (std::uint64_t{message.id.idiag_cookie[1]} << 32) | message.id.idiag_cookie[0];
    row.uid = message.idiag_uid;
    row.inode = message.idiag_inode;
    row.receiveQueue = message.idiag_rqueue;
    row.sendQueue = message.idiag_wqueue;
    takeAttributes(row, payload.subspan(sizeof(inet_diag_msg)));
    return row;
}

}  // namespace quaywatch::linux_backend
