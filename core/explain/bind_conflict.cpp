// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/bind_conflict.h"

#include <algorithm>

namespace quaywatch {
namespace {

bool isV4(const IpAddress& address) noexcept
{
    return address.family() == AddressFamily::Ipv4 || address.isV4Mapped();
}

bool haveSameBytes(const IpAddress& a, const IpAddress& b) noexcept
{
    return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin(), b.bytes().end());
}

/// Addresses of one family. The scope is the device, which is compared by itself.
bool overlap(const IpAddress& a, const IpAddress& b) noexcept
{
    return a.isUnspecified() || b.isUnspecified() || haveSameBytes(a, b);
}

bool haveSameDevice(std::uint32_t a, std::uint32_t b) noexcept
{
    return a == 0 || b == 0 || a == b;
}

/// Whether the listener accepted the connection, whose IPv6 address is not IPv4-mapped.
bool hasAccepted(const SocketRecord& listener, const SocketRecord& connection) noexcept
{
    const IpAddress& address = listener.key.localAddress;
    return listener.state == SocketState::Listen && address.family() == AddressFamily::Ipv6 &&
           listener.key.protocol == connection.key.protocol &&
           haveSameDevice(listener.key.boundDevice, connection.key.boundDevice) &&
           overlap(address, connection.key.localAddress);
}

}  // namespace

bool holdsItsPort(const SocketRecord& socket) noexcept
{
    return socket.state != SocketState::SynReceived || socket.inode.has_value();
}

std::optional<bool> effectiveV6Only(const SocketRecord& socket,
                                    const std::vector<const SocketRecord*>& here)
{
    const IpAddress& address = socket.key.localAddress;
    if (isV4(address)) {
        return false;
    }
    if ((socket.isListener() || socket.isBoundTcp()) && !address.isUnspecified()) {
        return true;  // bind() to one IPv6 address sets it.
    }
    if (socket.isV6Only || socket.isListener() || socket.key.protocol != Protocol::Tcp) {
        return socket.isV6Only;
    }
    const auto listener = std::find_if(here.begin(), here.end(), [&](const SocketRecord* each) {
        return hasAccepted(*each, socket);
    });
    if (listener == here.end()) {
        return std::nullopt;
    }
    return (*listener)->key.localAddress.isUnspecified() ? (*listener)->isV6Only
                                                         : std::optional(true);
}

BindConflict conflictOf(const BindTarget& target, const SocketRecord& holder,
                        std::optional<bool> v6Only) noexcept
{
    const IpAddress& held = holder.key.localAddress;
    const auto certain = [](bool isConflict) {
        return isConflict ? BindConflict::Yes : BindConflict::No;
    };
    if (!haveSameDevice(target.device, holder.key.boundDevice)) {
        return BindConflict::No;
    }
    if (isV4(target.address) == isV4(held)) {
        return certain(overlap(target.address.unmapped(), held.unmapped()));
    }
    if (isV4(held)) {
        return certain(target.address.isUnspecified() && !target.isV6Only);
    }
    // The kernel compares 0.0.0.0 with each IPv6 socket that is not v6-only: a connection, too,
    // though it will never receive anything of IPv4.
    const bool isBareV4Any =
        target.address.family() == AddressFamily::Ipv4 && target.address.isUnspecified();
    if (!held.isUnspecified() && !isBareV4Any) {
        return BindConflict::No;
    }
    return v6Only ? certain(!*v6Only) : BindConflict::UnlessV6Only;
}

}  // namespace quaywatch
