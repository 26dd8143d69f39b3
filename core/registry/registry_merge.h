// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/registry_records.h"
#include "core/registry/service_registry.h"

#include <string>
#include <vector>

namespace quaywatch {

/// What one record claims of a run of ports, its free text understood.
struct RegistryEntry {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    AssignmentState state = AssignmentState::Unassigned;
    /// Where claims overlap the least wins, and of two of the same the narrower: assigned, private,
    /// de-assigned, reserved, removed, unassigned.
    int rank = 0;
    std::string name;
    std::string description;  ///< Where it says more than the state.
};

/// Understands a record that has a number.
/// @return Malformed, if number, protocol or name are none.
[[nodiscard]] Result<RegistryEntry> readClaim(const RegistryRecord& record);

/// The rows of a registry table, in its order, that say what the claims come to: every name of a
/// port in the order of the claims, and one state for each port and protocol.
/// @return Malformed, if more claims or names are on one port than a registry has.
[[nodiscard]] Result<std::string> mergeEntries(const std::vector<RegistryEntry>& claims);

}  // namespace quaywatch
