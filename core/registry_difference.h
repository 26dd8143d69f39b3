// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/packed_registry.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch {

/// A port of which another registry says something else, for the protocols of which it says the
/// same. Views into the two tables.
struct RegistryChange {
    Port port = 0;
    unsigned protocols = 0;  ///< protocolBit() of each.
    Assignment before;
    Assignment after;

    [[nodiscard]] bool isNewlyAssigned() const noexcept;  ///< It had no service and has one.
    [[nodiscard]] bool isDeassigned() const noexcept;     ///< It had a service and has none.
};

/// What differs between two registries in states and names. Descriptions are not compared.
struct RegistryDifference {
    std::vector<RegistryChange> changes;  ///< In ascending order of ports.
    std::size_t wellKnown = 0;            ///< So many of them, the first, are below 1024.
    // Ports, whatever the protocol.
    std::size_t newlyAssigned = 0;
    std::size_t deassigned = 0;
    std::size_t otherwise = 0;  ///< Other names, or another state without a service.
};

[[nodiscard]] RegistryDifference differenceOf(const PackedTable& before, const PackedTable& after);

/// "tcp,udp"
[[nodiscard]] std::string protocolTokens(unsigned protocols);

}  // namespace quaywatch
