// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assess/reserved_clients.h"

#include <algorithm>
#include <array>

namespace quaywatch {

bool isPortOfReservedClients(PortId port)
{
    constexpr std::array<Port, 3> kRpcPorts{111, 2049, 20048};
    constexpr std::array<Port, 2> kRemoteShellPorts{513, 514};
    const auto contains = [&port](const auto& ports) {
        return std::find(ports.begin(), ports.end(), port.port) != ports.end();
    };
    return contains(kRpcPorts) || (port.protocol == Protocol::Tcp && contains(kRemoteShellPorts));
}

}  // namespace quaywatch
