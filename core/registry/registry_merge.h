// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/registry_records.h"
#include "core/registry/service_registry.h"

#include <string>
#include <vector>

namespace quaywatch {

/// What one record says about a range of ports, with its free text interpreted.
struct RegistryEntry {
    PortRange ports;
    unsigned protocols = 0;  ///< protocolBit() of each.
    AssignmentState state = AssignmentState::Unassigned;
    /// If entries overlap, the lowest rank wins; of two with the same rank, the narrower range.
    /// Ascending: assigned, private, de-assigned, reserved, removed, unassigned.
    int rank = 0;
    std::string name;
    std::string description;  ///< Empty unless it says more than the state.
};

/// Interprets a record that has a number.
/// @return Malformed if number, protocol or name are invalid.
[[nodiscard]] Result<RegistryEntry> readClaim(const RegistryRecord& record);

/// The rows of a registry table, in its order, that result from the entries: every name of a port
/// in the order of the entries, and one state for each port and protocol.
/// @return Malformed if one port has more entries or names than the limits allow.
[[nodiscard]] Result<std::string> mergeEntries(const std::vector<RegistryEntry>& claims);

}  // namespace quaywatch
