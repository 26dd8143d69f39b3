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

}  // namespace

bool holdsItsPort(const SocketRecord& socket) noexcept
{
    return socket.state != SocketState::SynReceived || socket.inode.has_value();
}

std::optional<bool> effectiveV6Only(const SocketRecord& socket) noexcept
{
    const IpAddress& address = socket.key.localAddress;
    if (isV4(address)) {
        return false;
    }
    if (!socket.isV6Only && (socket.isListener() || socket.isBoundTcp()) &&
        !address.isUnspecified()) {
        return true;  // bind() to one IPv6 address sets it.
    }
    return socket.isV6Only;
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
