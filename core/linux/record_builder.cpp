// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/record_builder.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// TCP_NEW_SYN_RECV of <net/tcp_states.h>, which is not for user space: a half-open connection.
constexpr std::uint8_t kNewSynReceived = 12;

IpAddress addressOf(const DiagRow& row, const std::array<std::uint8_t, 16>& bytes) noexcept
{
    if (row.family == AF_INET) {
        return IpAddress::v4({bytes[0], bytes[1], bytes[2], bytes[3]});
    }
    const IpAddress address = IpAddress::v6(bytes);
    // The kernel tells a link-local address' scope as the bound device.
    return address.isLinkLocal() ? IpAddress::v6(bytes, row.interfaceIndex) : address;
}

/// A socket that nothing can own: its process let go of it, or never had it.
bool isOwnerless(const DiagRow& row) noexcept
{
    return row.inode == 0;
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
    const bool isConnection = key.protocol == Protocol::Tcp && row.state != TCP_LISTEN;
    if (!isConnection) {
        key.kernelId = row.cookie != 0 ? row.cookie : row.inode;
    }
    return key;
}

std::vector<std::uint32_t> sortedRows(const std::vector<DiagRow>& rows,
                                      std::uint64_t networkNamespace)
{
    // Most rows differ in port, protocol and address family already: a comparison of one number
    // decides, and only ties look at the whole key.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(rows.size());
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const DiagRow& row = rows[i];
        if (!stateOf(row)) {
            continue;
        }
        const std::uint64_t isUdp = row.protocol == IPPROTO_TCP ? 0 : 1;
        const std::uint64_t isV6 = row.family == AF_INET ? 0 : 1;
        const std::uint64_t address = std::uint64_t{row.local[0]} << 24U |
                                      std::uint64_t{row.local[1]} << 16U |
                                      std::uint64_t{row.local[2]} << 8U | row.local[3];
        order.emplace_back(
            std::uint64_t{row.localPort} << 48U | isUdp << 47U | isV6 << 46U | address, i);
    }
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) {
            return a.first < b.first;
        }
        return keyOf(rows[a.second], networkNamespace) < keyOf(rows[b.second], networkNamespace);
    });
    std::vector<std::uint32_t> numbers(order.size());
    std::transform(order.begin(), order.end(), numbers.begin(),
                   [](const auto& entry) { return entry.second; });
    return numbers;
}

std::vector<SocketRecord> RecordBuilder::build(const std::vector<DiagRow>& rows)
{
    std::vector<SocketRecord> records;
    records.reserve(rows.size());
    for (const std::uint32_t number : sortedRows(rows, m_networkNamespace)) {
        const DiagRow& row = rows[number];
        SocketKey key = keyOf(row, m_networkNamespace);
        if (!records.empty() && records.back().key == key) {
            if (!records.back().inode && row.inode != 0) {
                records.back() = recordOf(row, std::move(key));
            }
            continue;
        }
        records.push_back(recordOf(row, std::move(key)));
    }
    return records;
}

SocketRecord RecordBuilder::recordOf(const DiagRow& row, SocketKey key)
{
    SocketRecord record;
    record.key = std::move(key);
    record.state = stateOf(row).value_or(SocketState::Established);
    record.direction = record.isListener() ? Direction::Listen : Direction::Outbound;
    if (row.family == AF_INET6 && row.hasV6Only) {
        record.isV6Only = row.isV6Only;
    }
    record.ownerSet = m_owners.ownersOf(row.inode);
    record.ownerState = ownerStateOf(row, record.ownerSet != nullptr);
    record.interfaceName = m_interfaces.nameOf(row.interfaceIndex);
    if (row.cgroupId != 0) {
        const auto [place, isNew] = m_places.try_emplace(row.cgroupId);
        if (isNew) {
            place->second = m_cgroups.place(row.cgroupId);
        }
        record.place = place->second;
    }
    if (!isOwnerless(row)) {
        const auto [user, isNew] = m_userNames.try_emplace(row.uid);
        if (isNew) {
            user->second = m_users.nameOf(row.uid);
        }
        record.user = user->second;
        record.uid = row.uid;
        record.inode = row.inode;
    }
    if (row.cookie != 0) {
        record.cookie = row.cookie;
    }
    record.receiveQueue = row.receiveQueue;
    record.sendQueue = row.sendQueue;
    if (row.hasByteCounts && !record.isListener()) {
        record.bytesReceived = row.bytesReceived;
        record.bytesSent = row.bytesAcknowledged;
    }
    return record;
}

OwnerState RecordBuilder::ownerStateOf(const DiagRow& row, bool hasOwner) const noexcept
{
    if (hasOwner) {
        return OwnerState::Known;
    }
    if (isOwnerless(row)) {
        return OwnerState::None;
    }
    return m_owners.sawEveryProcess() ? OwnerState::Kernel : OwnerState::Hidden;
}

}  // namespace quaywatch::linux_backend
