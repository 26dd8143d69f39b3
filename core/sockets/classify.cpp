// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/classify.h"

#include "core/base/parallel.h"
#include "core/sockets/peer_index.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <iterator>

namespace quaywatch {
namespace {

/// An address of one (port, protocol) on which connections are accepted.
struct BindAddress {
    std::uint64_t networkNamespace = 0;
    std::uint32_t device = 0;
    IpAddress address;

    friend auto operator<=>(const BindAddress&, const BindAddress&) noexcept = default;
};

/// The form in which addresses are compared. The scope is dropped, because a link-local bind sets
/// the device, which is compared as well.
IpAddress comparable(const IpAddress& address) noexcept
{
    IpAddress plain = address.unmapped();
    if (plain.scopeId() != 0) {
        std::array<std::uint8_t, 16> bytes{};
        std::copy(plain.bytes().begin(), plain.bytes().end(), bytes.begin());
        plain = IpAddress::v6(bytes);
    }
    return plain;
}

void addBindAddresses(std::vector<BindAddress>& bindAddresses, const SocketRecord& listener)
{
    const SocketKey& key = listener.key;
    BindAddress bindAddress{key.networkNamespace, key.boundDevice, comparable(key.localAddress)};
    const bool isDualStack = key.localAddress.family() == AddressFamily::Ipv6 &&
                             key.localAddress.isUnspecified() && !listener.isV6Only.value_or(false);
    bindAddresses.push_back(bindAddress);
    if (isDualStack) {
        bindAddress.address = IpAddress::any(AddressFamily::Ipv4);
        bindAddresses.push_back(bindAddress);
    }
}

/// @param bindAddresses  Sorted.
bool isTakenBy(const std::vector<BindAddress>& bindAddresses,
               const SocketRecord& connection) noexcept
{
    const SocketKey& key = connection.key;
    const IpAddress own = comparable(key.localAddress);
    const IpAddress wildcard = IpAddress::any(own.family());
    const auto isThere = [&](std::uint32_t device, const IpAddress& address) {
        return std::binary_search(bindAddresses.begin(), bindAddresses.end(),
                                  BindAddress{key.networkNamespace, device, address});
    };
    return isThere(0, wildcard) || isThere(0, own) ||
           (key.boundDevice != 0 &&
            (isThere(key.boundDevice, wildcard) || isThere(key.boundDevice, own)));
}

using RowIterator = std::vector<SocketRecord>::iterator;

constexpr std::size_t kRowsInAPart = 8192;

bool haveSamePort(const SocketRecord& a, const SocketRecord& b) noexcept
{
    return a.key.localPort == b.key.localPort && a.key.protocol == b.key.protocol;
}

/// The end of the range of rows that have the port of the row before `row`.
RowIterator endOfRun(RowIterator row, RowIterator end)
{
    return std::find_if_not(row, end, [port = std::prev(row)](const SocketRecord& next) {
        return haveSamePort(next, *port);
    });
}

/// Classifies one range of rows with the same local port and protocol.
void annotateRun(RowIterator first, RowIterator last, const PeerIndex& peers,
                 std::vector<BindAddress>& bindAddresses)
{
    bindAddresses.clear();
    for (auto row = first; row != last; ++row) {
        if (row->isListener()) {
            row->direction = Direction::Listen;
            row->exposure = receivesNothing(*row) ? std::nullopt : std::optional(exposureOf(*row));
            addBindAddresses(bindAddresses, *row);
        }
    }
    // Sockets that share a port (SO_REUSEPORT) have one bind address.
    std::sort(bindAddresses.begin(), bindAddresses.end());
    bindAddresses.erase(std::unique(bindAddresses.begin(), bindAddresses.end()),
                        bindAddresses.end());
    for (auto row = first; row != last; ++row) {
        if (!row->isListener()) {
            row->hasListener = !bindAddresses.empty() && isTakenBy(bindAddresses, *row);
            const bool isInbound = row->isOpener ? !*row->isOpener : *row->hasListener;
            row->direction = isInbound ? Direction::Inbound : Direction::Outbound;
            row->isPeerHere = peers.hasOtherEndOf(*row);
            row->exposure.reset();
        }
    }
}

}  // namespace

Exposure exposureOf(const SocketRecord& listener) noexcept
{
    const IpAddress address = listener.key.localAddress.unmapped();
    if (listener.isOnLoopbackDevice || address.isLoopback()) {
        return Exposure::Loopback;
    }
    if (address.isUnspecified()) {
        return Exposure::All;
    }
    // No router forwards the limited broadcast address.
    if (address.isLinkLocal() || address == IpAddress::v4({255, 255, 255, 255})) {
        return Exposure::LinkLocal;
    }
    if (address.isMulticast()) {
        return Exposure::Multicast;
    }
    return address.isPrivate() ? Exposure::Private : Exposure::Public;
}

void classify(Snapshot& snapshot)
{
    const PeerIndex peers(snapshot.sockets);
    // Each part ends where a range of one port ends.
    std::vector<RowIterator> ends{snapshot.sockets.begin()};
    const auto end = snapshot.sockets.end();
    while (ends.back() != end) {
        const auto left = static_cast<std::size_t>(end - ends.back());
        const auto size = static_cast<std::ptrdiff_t>(std::min(left, kRowsInAPart));
        ends.push_back(endOfRun(ends.back() + size, end));
    }
    forEachInParallel(ends.size() - 1, /*countWorthAThread=*/2, [&](std::size_t, std::size_t part) {
        std::vector<BindAddress> bindAddresses;
        for (auto first = ends[part]; first != ends[part + 1];) {
            const auto last = endOfRun(std::next(first), ends[part + 1]);
            annotateRun(first, last, peers, bindAddresses);
            first = last;
        }
    });
}

bool accepts(const SocketRecord& listener, const SocketRecord& connection)
{
    if (!haveSamePort(listener, connection)) {
        return false;
    }
    std::vector<BindAddress> bindAddresses;
    addBindAddresses(bindAddresses, listener);
    std::sort(bindAddresses.begin(), bindAddresses.end());
    return isTakenBy(bindAddresses, connection);
}

bool isLocalConnection(const SocketRecord& socket) noexcept
{
    if (!socket.hasRemote()) {
        return false;
    }
    if (socket.isPeerHere) {
        return true;
    }
    const IpAddress remote = comparable(socket.key.remoteAddress);
    return remote.isLoopback() || remote == comparable(socket.key.localAddress);
}

bool isEphemeralUdp(const SocketRecord& listener, PortRange ephemeralPorts) noexcept
{
    return listener.isListener() && listener.key.protocol == Protocol::Udp &&
           ephemeralPorts.contains(listener.key.localPort);
}

}  // namespace quaywatch
