// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/peer_index.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>

namespace quaywatch {
namespace {

/// The members of a key that name the two ends, in the order of SocketKey.
auto endsOf(const SocketKey& key) noexcept
{
    return std::tie(key.localPort, key.protocol, key.localAddress, key.remoteAddress,
                    key.remotePort);
}

/// The address as an IPv6 socket has it.
IpAddress mapped(const IpAddress& address) noexcept
{
    if (address.family() != AddressFamily::Ipv4) {
        return address;
    }
    constexpr std::size_t kMark = 10;
    constexpr std::size_t kPrefix = 12;
    std::array<std::uint8_t, 16> bytes{};
    std::fill(bytes.begin() + kMark, bytes.begin() + kPrefix, std::uint8_t{0xff});
    std::copy_n(address.bytes().begin(), bytes.size() - kPrefix, bytes.begin() + kPrefix);
    return IpAddress::v6(bytes);
}

}  // namespace

PeerIndex::PeerIndex(std::span<const SocketRecord> rows)
    : m_rows(rows)
{
    const IpAddress* last = nullptr;
    for (const SocketRecord& row : rows) {
        const IpAddress& address = row.key.localAddress;
        if ((last == nullptr || *last != address) && !address.isUnspecified()) {
            last = &address;
            m_addresses.push_back(address.unmapped());
        }
    }
    std::sort(m_addresses.begin(), m_addresses.end());
    m_addresses.erase(std::unique(m_addresses.begin(), m_addresses.end()), m_addresses.end());
}

bool PeerIndex::hasOtherEndOf(const SocketRecord& connection) const noexcept
{
    if (!connection.hasRemote()) {
        return false;
    }
    SocketKey other = connection.key;
    std::swap(other.localPort, other.remotePort);
    other.localAddress = connection.key.remoteAddress.unmapped();
    other.remoteAddress = connection.key.localAddress.unmapped();
    if (other.localAddress.isLoopback() || other.localAddress == other.remoteAddress ||
        !std::binary_search(m_addresses.begin(), m_addresses.end(), other.localAddress)) {
        return false;
    }
    if (contains(other)) {
        return true;
    }
    if (other.localAddress.family() != AddressFamily::Ipv4) {
        return false;
    }
    // One of two ends may be an IPv6 socket.
    other.localAddress = mapped(other.localAddress);
    other.remoteAddress = mapped(other.remoteAddress);
    return contains(other);
}

bool PeerIndex::contains(const SocketKey& wanted) const noexcept
{
    auto row = std::lower_bound(m_rows.begin(), m_rows.end(), wanted,
                                [](const SocketRecord& each, const SocketKey& key) {
                                    return endsOf(each.key) < endsOf(key);
                                });
    for (; row != m_rows.end() && endsOf(row->key) == endsOf(wanted); ++row) {
        if (row->key.networkNamespace == wanted.networkNamespace) {
            return true;
        }
    }
    return false;
}

}  // namespace quaywatch
