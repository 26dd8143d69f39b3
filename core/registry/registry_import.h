// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/registry/active_registry.h"
#include "core/registry/registry_data.h"
#include "core/registry/registry_difference.h"

#include <chrono>
#include <string>
#include <string_view>

namespace quaywatch {

/// Where IANA publishes its registry. Nothing here goes there: a person does, or asks for it.
inline constexpr std::string_view kRegistryAddress =
    "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml";

/// A registry that was read and found fit to be put in force.
struct ImportedRegistry {
    LoadedRegistryPtr registry;
    std::string text;               ///< The same, as it is kept: a registry table.
    RegistryDifference difference;  ///< From the one it was compared with; views into both.
    bool isDateOfRecords = false;   ///< Its date is that of its newest record, as a CSV has no own.
};

struct ImportTerms {
    std::string_view from;  ///< The file or address, for a person to recognize.
    std::chrono::system_clock::time_point now;
    const registry::ActiveRegistry& active;  ///< What it is compared with.
};

/// Makes a registry of IANA's XML or CSV, and refuses one that cannot be it: not well-formed, with
/// numbers or protocols that are none, older than the one in force or from the future, without
/// well-known services, or with much of the one in force missing or assigned all at once.
///
/// Any thread; takes a tenth of a second.
/// @return Malformed, in one sentence for people.
[[nodiscard]] Result<ImportedRegistry> importRegistry(std::string_view bytes,
                                                      const ImportTerms& terms);

}  // namespace quaywatch
