// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/port_partition.h"

#include <netinet/in.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

// For each half the kernel traverses its whole hash table, so small tables are not divided.
constexpr std::size_t kRowsWorthHalving = 8192;
constexpr std::size_t kRowsPerSample = 16;
constexpr std::uint16_t kHighestPort = 65535;

/// Returns the median port.
/// @return Empty if the smaller half would have less than a third of the rows.
std::optional<std::uint16_t> middleOf(std::vector<std::uint16_t> ports)
{
    if (ports.empty()) {
        return std::nullopt;
    }
    const auto middle = ports.begin() + static_cast<std::ptrdiff_t>((ports.size() - 1) / 2);
    std::nth_element(ports.begin(), middle, ports.end());
    const std::uint16_t port = *middle;
    const auto low = static_cast<std::size_t>(
        std::count_if(ports.begin(), ports.end(), [&](std::uint16_t p) { return p <= port; }));
    const std::size_t smaller = std::min(low, ports.size() - low);
    return smaller * 3 >= ports.size() && port < kHighestPort ? std::optional(port) : std::nullopt;
}

}  // namespace

std::optional<PortPartition> lowerPartition(std::span<const DiagRow> rows, std::uint8_t family)
{
    std::vector<std::uint16_t> local;
    std::vector<std::uint16_t> remote;
    for (std::size_t i = 0; i < rows.size(); i += kRowsPerSample) {
        if (rows[i].family == family && rows[i].protocol == IPPROTO_TCP) {
            local.push_back(rows[i].localPort);
            remote.push_back(rows[i].remotePort);
        }
    }
    if (local.size() * kRowsPerSample < kRowsWorthHalving) {
        return std::nullopt;
    }
    if (const auto port = middleOf(std::move(local))) {
        return PortPartition{.isOfRemotePort = false, .isUpper = false, .lastLow = *port};
    }
    if (const auto port = middleOf(std::move(remote))) {
        return PortPartition{.isOfRemotePort = true, .isUpper = false, .lastLow = *port};
    }
    return std::nullopt;
}

}  // namespace quaywatch::linux_backend
