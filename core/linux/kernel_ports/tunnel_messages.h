// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Messages in which the kernel reports its own UDP tunnels: RTM_NEWLINK of rtnetlink(7) with
/// IFLA_LINKINFO (linux/if_link.h), and the generic netlink families of linux/fou.h, linux/l2tp.h
/// and linux/wireguard.h. Pure: each function takes the payload of one message, which follows the
/// nlmsghdr.

#pragma once

#include "core/linux/kernel_ports/kernel_ports.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace quaywatch::linux_backend {

/// The tunnel devices that are up.
struct TunnelDevices {
    std::vector<KernelPort> ports;            ///< Of VXLAN, GENEVE and bareudp.
    std::vector<std::string> wireguardNames;  ///< Devices that need a query for each port.
};
/// Decodes RTM_NEWLINK. A device that is down has no socket and is left out.
void takeLink(std::span<const std::byte> payload, TunnelDevices& devices);

/// Decodes CTRL_CMD_NEWFAMILY (linux/genetlink.h): adds the number of the family by its name.
void takeFamily(std::span<const std::byte> payload, std::map<std::string, std::uint16_t>& families);

/// Decode the answers to FOU_CMD_GET, L2TP_CMD_TUNNEL_GET and WG_CMD_GET_DEVICE.
void takeFou(std::span<const std::byte> payload, std::vector<KernelPort>& ports);
void takeL2tp(std::span<const std::byte> payload, std::vector<KernelPort>& ports);
void takeWireguard(std::span<const std::byte> payload, std::vector<KernelPort>& ports);

}  // namespace quaywatch::linux_backend
