// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/tunnel_messages.h"

#include "core/linux/kernel_ports/netlink_attributes.h"

#include <arpa/inet.h>
#include <linux/fou.h>
#include <linux/genetlink.h>
#include <linux/if_link.h>
#include <linux/l2tp.h>
#include <linux/rtnetlink.h>
#include <linux/wireguard.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <optional>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

using Bytes = std::span<const std::byte>;

/// The bytes after a header of fixed length; empty if the payload is shorter.
Bytes behind(Bytes payload, std::size_t header) noexcept
{
    return payload.subspan(std::min(NLMSG_ALIGN(header), payload.size()));
}

Port portOf(Bytes value) noexcept
{
    return numberOf<std::uint16_t>(value).value_or(0);
}

/// A port that is in network byte order.
Port networkPortOf(Bytes value) noexcept
{
    return ntohs(portOf(value));
}

/// An address of 4 or 16 bytes; empty for another length, and for the unspecified address.
std::optional<IpAddress> tunnelAddress(Bytes value) noexcept
{
    std::optional<IpAddress> address;
    if (const auto v6 = numberOf<std::array<std::uint8_t, 16>>(value)) {
        address = IpAddress::v6(*v6);
    } else if (const auto v4 = numberOf<std::array<std::uint8_t, 4>>(value)) {
        address = IpAddress::v4(*v4);
    }
    return address && !address->isUnspecified() ? address : std::nullopt;
}

KernelPort udpPort() noexcept
{
    KernelPort port;
    port.protocol = IPPROTO_UDP;
    return port;
}

void addIfKnown(const KernelPort& port, std::vector<KernelPort>& ports)
{
    if (port.port != 0) {
        ports.push_back(port);
    }
}

struct LinkInfo {
    std::string kind;
    Bytes data;
};

LinkInfo linkInfoOf(Bytes value)
{
    LinkInfo info;
    forEachAttribute(value, [&](unsigned type, Bytes inner) {
        if (type == IFLA_INFO_KIND) {
            info.kind = textOf(inner);
        } else if (type == IFLA_INFO_DATA) {
            info.data = inner;
        }
    });
    return info;
}

/// The socket is IPv4, unless one of the addresses is IPv6. A device that takes its addresses from
/// routes has a socket of each.
KernelPort vxlanPort(Bytes data)
{
    KernelPort port = udpPort();
    port.family = AF_INET;
    bool isOfBoth = false;
    forEachAttribute(data, [&](unsigned type, Bytes value) {
        if (type == IFLA_VXLAN_PORT) {
            port.port = networkPortOf(value);
        } else if (type == IFLA_VXLAN_GROUP6 || type == IFLA_VXLAN_LOCAL6) {
            port.family = AF_INET6;
        } else if (type == IFLA_VXLAN_COLLECT_METADATA) {
            isOfBoth = numberOf<std::uint8_t>(value).value_or(0) != 0;
        }
    });
    port.family = isOfBoth ? std::uint8_t{0} : port.family;
    return port;
}

KernelPort genevePort(Bytes data)
{
    KernelPort port = udpPort();
    port.family = AF_INET;
    bool isOfBoth = false;
    forEachAttribute(data, [&](unsigned type, Bytes value) {
        if (type == IFLA_GENEVE_PORT) {
            port.port = networkPortOf(value);
        } else if (type == IFLA_GENEVE_REMOTE6) {
            port.family = AF_INET6;
        } else if (type == IFLA_GENEVE_COLLECT_METADATA) {
            isOfBoth = true;  // a flag without a value
        }
    });
    port.family = isOfBoth ? std::uint8_t{0} : port.family;
    return port;
}

KernelPort bareudpPort(Bytes data)
{
    KernelPort port = udpPort();
    forEachAttribute(data, [&](unsigned type, Bytes value) {
        if (type == IFLA_BAREUDP_PORT) {
            port.port = networkPortOf(value);
        }
    });
    return port;
}

}  // namespace

void takeLink(Bytes payload, TunnelDevices& devices)
{
    const auto header = numberOf<ifinfomsg>(payload);
    if (!header || (header->ifi_flags & static_cast<unsigned>(IFF_UP)) == 0) {
        return;
    }
    std::string name;
    LinkInfo info;
    forEachAttribute(behind(payload, sizeof(ifinfomsg)), [&](unsigned type, Bytes value) {
        if (type == IFLA_IFNAME) {
            name = textOf(value);
        } else if (type == IFLA_LINKINFO) {
            info = linkInfoOf(value);
        }
    });
    if (info.kind == "vxlan") {
        addIfKnown(vxlanPort(info.data), devices.ports);
    } else if (info.kind == "geneve") {
        addIfKnown(genevePort(info.data), devices.ports);
    } else if (info.kind == "bareudp") {
        addIfKnown(bareudpPort(info.data), devices.ports);
    } else if (info.kind == "wireguard" && !name.empty() && name.size() < IF_NAMESIZE) {
        devices.wireguardNames.push_back(std::move(name));
    }
}

void takeFamily(Bytes payload, std::map<std::string, std::uint16_t>& families)
{
    std::string name;
    std::uint16_t number = 0;
    forEachAttribute(behind(payload, sizeof(genlmsghdr)), [&](unsigned type, Bytes value) {
        if (type == CTRL_ATTR_FAMILY_NAME) {
            name = textOf(value);
        } else if (type == CTRL_ATTR_FAMILY_ID) {
            number = numberOf<std::uint16_t>(value).value_or(0);
        }
    });
    if (!name.empty() && number != 0) {
        families.insert_or_assign(std::move(name), number);
    }
}

void takeFou(Bytes payload, std::vector<KernelPort>& ports)
{
    KernelPort port = udpPort();
    forEachAttribute(behind(payload, sizeof(genlmsghdr)), [&](unsigned type, Bytes value) {
        if (type == FOU_ATTR_PORT) {
            port.port = networkPortOf(value);
        } else if (type == FOU_ATTR_AF) {
            port.family = numberOf<std::uint8_t>(value).value_or(0);
        } else if (type == FOU_ATTR_LOCAL_V4 || type == FOU_ATTR_LOCAL_V6) {
            port.address = tunnelAddress(value);
        }
    });
    addIfKnown(port, ports);
}

void takeL2tp(Bytes payload, std::vector<KernelPort>& ports)
{
    KernelPort port = udpPort();
    forEachAttribute(behind(payload, sizeof(genlmsghdr)), [&](unsigned type, Bytes value) {
        if (type == L2TP_ATTR_UDP_SPORT) {
            port.port = portOf(value);
        } else if (type == L2TP_ATTR_IP_SADDR || type == L2TP_ATTR_IP6_SADDR) {
            port.family = type == L2TP_ATTR_IP_SADDR ? AF_INET : AF_INET6;
            port.address = tunnelAddress(value);
        }
    });
    // A tunnel directly over IP has no port.
    addIfKnown(port, ports);
}

void takeWireguard(Bytes payload, std::vector<KernelPort>& ports)
{
    KernelPort port = udpPort();
    forEachAttribute(behind(payload, sizeof(genlmsghdr)), [&](unsigned type, Bytes value) {
        if (type == WGDEVICE_A_LISTEN_PORT) {
            port.port = portOf(value);
        }
    });
    addIfKnown(port, ports);
}

}  // namespace quaywatch::linux_backend
