// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Which registry the look-ups of core/registry/service_registry.h use: the built-in one, or one
/// that the user has imported.

#pragma once

#include "core/registry/registry_data.h"

#include <cstdint>
#include <string_view>

namespace quaywatch::registry {

/// A registry that is or was active. It and its texts exist until the program ends.
struct ActiveRegistry {
    PackedTable table;
    std::string_view date;          ///< "2026-08-17"
    std::string_view importedOn;    ///< A date; empty for the built-in registry.
    std::string_view importedFrom;  ///< The file or address; empty for the built-in registry.
    std::uint32_t generation = 0;   ///< Different for each activate(); 0 for the built-in registry.

    [[nodiscard]] bool isBuiltIn() const noexcept { return importedOn.empty(); }
};

/// The registry that look-ups use now. Any thread; costs one atomic load. A caller with many
/// look-ups keeps the reference, so that all of them use one registry.
[[nodiscard]] const ActiveRegistry& active() noexcept;

/// The registry that is compiled in.
[[nodiscard]] const ActiveRegistry& builtIn() noexcept;

/// Activates a registry for every thread from its next look-up on. Earlier registries are kept
/// until the program ends, because any code may still hold a view into them: imports are rare,
/// since the user starts each one, and each registry has half a megabyte.
/// @param loaded  Null for the built-in registry.
void activate(LoadedRegistryPtr loaded);

}  // namespace quaywatch::registry
