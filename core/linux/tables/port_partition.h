// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"

#include <cstdint>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// Half of a socket table, so that two threads can receive the table at once: the rows with a port
/// up to `lastLow`, or those above it. The ports of a row alone decide in which half it is.
struct PortPartition {
    bool isOfRemotePort = false;  ///< Whether the remote port decides, not the local one.
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

/// The lower half of the TCP rows of one family: by local port, or, if most rows have the same one,
/// as on a busy server, by remote port.
/// @return Empty for small tables, and if neither port divides them well.
[[nodiscard]] std::optional<PortPartition> lowerPartition(std::span<const DiagRow> rows,
                                                          std::uint8_t family);

}  // namespace quaywatch::linux_backend
