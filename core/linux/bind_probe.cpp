// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include "core/linux/system/interface_name.h"
#include "core/linux/system/unique_fd.h"
#include "core/text/text_scan.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

/// An address as bind() takes it.
struct BindName {
    sockaddr_storage name{};
    socklen_t size = 0;
};

BindName nameOf(const IpAddress& address, std::uint32_t device)
{
    BindName at;
    if (address.family() == AddressFamily::Ipv4) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        std::memcpy(&v4.sin_addr, address.bytes().data(), sizeof v4.sin_addr);
        std::memcpy(&at.name, &v4, sizeof v4);
        at.size = sizeof v4;
    } else {
        sockaddr_in6 v6{};
        v6.sin6_family = AF_INET6;
        v6.sin6_scope_id = address.needsScope() ? device : 0;
        std::memcpy(&v6.sin6_addr, address.bytes().data(), sizeof v6.sin6_addr);
        std::memcpy(&at.name, &v6, sizeof v6);
        at.size = sizeof v6;
    }
    return at;
}

bool isAddressOf(const ifaddrs& entry, const IpAddress& address, std::uint32_t device)
{
    const IpAddress plain = address.unmapped();
    if (entry.ifa_addr == nullptr) {
        return false;
    }
    if (plain.family() == AddressFamily::Ipv4) {
        sockaddr_in v4{};
        std::memcpy(&v4, entry.ifa_addr,
                    entry.ifa_addr->sa_family == AF_INET ? sizeof v4 : sizeof(sa_family_t));
        return v4.sin_family == AF_INET &&
               std::memcmp(&v4.sin_addr, plain.bytes().data(), sizeof v4.sin_addr) == 0;
    }
    sockaddr_in6 v6{};
    std::memcpy(&v6, entry.ifa_addr,
                entry.ifa_addr->sa_family == AF_INET6 ? sizeof v6 : sizeof(sa_family_t));
    return v6.sin6_family == AF_INET6 &&
           std::memcmp(&v6.sin6_addr, plain.bytes().data(), sizeof v6.sin6_addr) == 0 &&
           (!plain.needsScope() || v6.sin6_scope_id == device);
}

/// An address that cannot be bound may be there all the same: a tentative one, or of an interface
/// that is down or belongs to a VRF.
AddressUse whyNotAssignable(const IpAddress& address, std::uint32_t device)
{
    ifaddrs* first = nullptr;
    if (getifaddrs(&first) != 0) {
        return AddressUse::Unknown;
    }
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> entries(first, freeifaddrs);
    for (const ifaddrs* entry = first; entry != nullptr; entry = entry->ifa_next) {
        if (isAddressOf(*entry, address, device)) {
            return AddressUse::NotNow;
        }
    }
    return AddressUse::NotHere;
}

AddressUse whyInvalid(const IpAddress& address, std::uint32_t device, Protocol protocol)
{
    const bool isV6Multicast = address.family() == AddressFamily::Ipv6 && address.isMulticast();
    if (isV6Multicast && protocol == Protocol::Tcp) {
        return AddressUse::NoTcpThere;
    }
    return address.needsScope() && device == 0 ? AddressUse::NeedsScope : AddressUse::Refused;
}

}  // namespace

AddressUse addressUse(const IpAddress& address, std::uint32_t device, Protocol protocol)
{
    const int family = address.family() == AddressFamily::Ipv4 ? AF_INET : AF_INET6;
    const int type = protocol == Protocol::Udp ? SOCK_DGRAM : SOCK_STREAM;
    // The kernel takes a wildcard on each machine.
    const AddressUse unknown = address.isUnspecified() ? AddressUse::Usable : AddressUse::Unknown;
    const linux_backend::UniqueFd probe(socket(family, type | SOCK_CLOEXEC, 0));
    if (!probe) {
        return errno == EAFNOSUPPORT ? AddressUse::NoFamily : unknown;
    }
    // Without this, the kernel would choose a port, and other programs would see the socket.
    const int yes = 1;
    if (setsockopt(probe.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes) != 0) {
        return unknown;
    }
    if (address.isV4Mapped()) {
        const int no = 0;
        setsockopt(probe.get(), IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
    }
    const int index = static_cast<int>(device);
    if (device != 0 && !address.needsScope() &&
        setsockopt(probe.get(), SOL_SOCKET, SO_BINDTOIFINDEX, &index, sizeof index) != 0) {
        return errno == ENODEV ? AddressUse::NotHere : unknown;
    }
    const BindName at = nameOf(address, device);
    if (bind(probe.get(), reinterpret_cast<const sockaddr*>(&at.name), at.size) == 0) {
        return AddressUse::Usable;
    }
    switch (errno) {
        case EADDRNOTAVAIL:
            return whyNotAssignable(address, device);
        case ENODEV:
            return AddressUse::NotHere;
        case EINVAL:
            return whyInvalid(address, device, protocol);
        default:
            return unknown;
    }
}

std::optional<NetworkDevice> findNetworkDevice(std::string_view nameOrNumber)
{
    const std::string text(nameOrNumber);
    std::uint32_t index = text.size() < IF_NAMESIZE ? if_nametoindex(text.c_str()) : 0;
    if (index == 0) {
        index = parseUnsigned<std::uint32_t>(nameOrNumber).value_or(0);
    }
    std::shared_ptr<const std::string> name =
        index == 0 ? nullptr : linux_backend::interfaceNameOf(index);
    return name ? std::optional(NetworkDevice{index, std::move(name)}) : std::nullopt;
}

}  // namespace quaywatch
