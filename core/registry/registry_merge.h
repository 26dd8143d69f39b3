// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/registry/registry_entry.h"

#include <string>
#include <vector>

namespace quaywatch {

/// The rows of a registry table, in its order, that result from the entries: every name of a port
/// in the order of the entries, and one state for each port and protocol.
/// claimreturn Malformed if one port has more entries or names than the limits allow.
[[nodiscard]] Result<std::string> mergeEntries(const std::vector<RegistryEntry>& entries);

}  // namespace quaywatch
