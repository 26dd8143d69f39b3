// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/net/endpoint.h"
#include "core/registry/registry_records.h"
#include "core/registry/service_registry.h"

#include <string>

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
/// claimreturn Malformed if number, protocol or name are invalid.
[[nodiscard]] Result<RegistryEntry> readRegistryEntry(const RegistryRecord& record);

}  // namespace quaywatch
