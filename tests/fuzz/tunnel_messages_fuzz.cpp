// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/tunnel_messages.h"

#include <cstddef>
#include <cstdint>
#include <span>

// The payload of one netlink message, parsed as each kind: nothing beyond its end is read
// (AddressSanitizer checks that), and it yields one port at most.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace quaywatch::linux_backend;
    const auto payload = std::as_bytes(std::span(data, size));
    TunnelDevices devices;
    takeLink(payload, devices);
    std::map<std::string, std::uint16_t> families;
    takeFamily(payload, families);
    std::vector<KernelPort> ports;
    takeFou(payload, ports);
    takeL2tp(payload, ports);
    takeWireguard(payload, ports);
    if (devices.ports.size() + devices.wireguardNames.size() > 1 || families.size() > 1 ||
        ports.size() > 3) {
        __builtin_trap();
    }
    return 0;
}
