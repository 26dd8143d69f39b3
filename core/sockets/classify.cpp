// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sockets/classify.h"

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

/// Classifies one range of rows with the same local port and protocol.
void annotateRun(RowIterator first, RowIterator last, std::vector<BindAddress>& bindAddresses)
{
    bindAddresses.clear();
    for (auto row = first; row != last; ++row) {
        if (row->isListener()) {
            row->direction = Direction::Listen;
            row->exposure = exposureOf(*row);
            addBindAddresses(bindAddresses, *row);
        }
    }
    // Sockets that share a port (SO_REUSEPORT) have one bind address.
    std::sort(bindAddresses.begin(), bindAddresses.end());
    bindAddresses.erase(std::unique(bindAddresses.begin(), bindAddresses.end()),
                        bindAddresses.end());
    for (auto row = first; row != last; ++row) {
        if (!row->isListener()) {
            const bool isInbound = !bindAddresses.empty() && isTakenBy(bindAddresses, *row);
            row->direction = isInbound ? Direction::Inbound : Direction::Outbound;
            row->exposure.reset();
        }
    }
}

}  // namespace

Exposure exposureOf(const SocketRecord& listener) noexcept
{
    const IpAddress address = listener.key.localAddress.unmapped();
    const bool isOnLo = listener.interfaceName && *listener.interfaceName == "lo";
    if (isOnLo || address.isLoopback()) {
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
    std::vector<BindAddress> bindAddresses;
    for (auto first = snapshot.sockets.begin(); first != snapshot.sockets.end();) {
        const auto last =
            std::find_if(std::next(first), snapshot.sockets.end(), [&](const SocketRecord& row) {
                return row.key.localPort != first->key.localPort ||
                       row.key.protocol != first->key.protocol;
            });
        annotateRun(first, last, bindAddresses);
        first = last;
    }
}

bool accepts(const SocketRecord& listener, const SocketRecord& connection)
{
    if (listener.key.localPort != connection.key.localPort ||
        listener.key.protocol != connection.key.protocol) {
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
    const IpAddress remote = comparable(socket.key.remoteAddress);
    return remote.isLoopback() || remote == comparable(socket.key.localAddress);
}

bool isEphemeralUdp(const SocketRecord& listener, PortRange ephemeralPorts) noexcept
{
    return listener.state == SocketState::Bound && ephemeralPorts.contains(listener.key.localPort);
}

}  // namespace quaywatch
