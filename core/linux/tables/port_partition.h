// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"

#include <cstdint>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// Half of a socket table, so that two threads can receive it at once: the rows with a port up to
/// `lastLow`, or those above it. Which half a row is in never depends on anything but its ends.
struct PortPartition {
    bool isOfRemotePort = false;  ///< Else the local one decides.
    bool isUpper = false;
    std::uint16_t lastLow = 0;  ///< Below 65535.

    [[nodiscard]] bool holds(const DiagRow& row) const noexcept
    {
        const std::uint16_t port = isOfRemotePort ? row.remotePort : row.localPort;
        return (port > lastLow) == isUpper;
    }

    [[nodiscard]] PortPartition other() const noexcept
    {
        return {isOfRemotePort, !isUpper, lastLow};
    }
};

/// The lower half of the TCP rows of one family: by local port, or, where most rows share one, as
/// on a busy server, by remote port.
/// @return Empty for small tables, and where neither port divides them well.
[[nodiscard]] std::optional<PortPartition> lowerPartition(std::span<const DiagRow> rows,
                                                          std::uint8_t family);

}  // namespace quaywatch::linux_backend
