// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/packed_registry.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch {

/// A range of ports for which two registries differ in the same way, and the protocols for which
/// they do. Either all of the ports are well-known or none is. Views into the two tables.
struct RegistryChange {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    Assignment before;
    Assignment after;

    [[nodiscard]] bool isNewlyAssigned() const noexcept;  ///< It had no service and now has one.
    [[nodiscard]] bool isDeassigned() const noexcept;     ///< It had a service and now has none.
    [[nodiscard]] bool isWellKnown() const noexcept;
};

/// The differences between two registries in states and names. Descriptions are not compared.
struct RegistryDifference {
    std::vector<RegistryChange> changes;  ///< In ascending order of ports.
    // Numbers of ports, whatever the protocol:
    std::size_t newlyAssigned = 0;
    std::size_t deassigned = 0;
    std::size_t otherwise = 0;  ///< Other names, or another state without a service.
    std::size_t wellKnown = 0;  ///< Below 1024, with any kind of change.
};

[[nodiscard]] RegistryDifference differenceOf(const PackedTable& before, const PackedTable& after);

/// "931", "6000-6063"
[[nodiscard]] std::string rangeText(PortRange ports);
/// "tcp,udp"
[[nodiscard]] std::string protocolTokens(unsigned protocols);

}  // namespace quaywatch
