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

/// Where IANA publishes its registry. The import itself does not access it: the user downloads the
/// file, or requests the download.
inline constexpr std::string_view kRegistryAddress =
    "https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xml";

/// A registry that was read and passed the checks, so that it can be activated.
struct ImportedRegistry {
    LoadedRegistryPtr registry;
    std::string text;               ///< The same registry as it is stored: a registry table.
    RegistryDifference difference;  ///< From the registry it was compared with; views into both.
    bool isDateOfRecords = false;   ///< Its date is that of its newest record (CSV only).
};

struct ImportTerms {
    std::string_view from;  ///< The file or address, as shown to the user.
    std::chrono::system_clock::time_point now;
    const registry::ActiveRegistry& active;  ///< The registry to compare with.
};

/// Makes a registry of IANA's XML or CSV. Refuses a file that cannot be IANA's registry: not
/// well-formed, with invalid numbers or protocols, older than the active registry or from the
/// future, without the best-known services, or with too many of the active registry's services
/// missing or of its unassigned well-known ports assigned.
///
/// Any thread; takes a tenth of a second.
/// @return Malformed, with one sentence for the user.
[[nodiscard]] Result<ImportedRegistry> importRegistry(std::string_view bytes,
                                                      const ImportTerms& terms);

}  // namespace quaywatch
