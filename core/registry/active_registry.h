// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Which registry the look-ups of core/registry/service_registry.h go by: the one that is compiled
/// in, or one that a person has imported.

#pragma once

#include "core/registry/registry_data.h"

#include <cstdint>
#include <string_view>

namespace quaywatch::registry {

/// A registry that is in force, or was. It and its texts live as long as the program.
struct ActiveRegistry {
    PackedTable table;
    std::string_view date;          ///< "2026-08-17"
    std::string_view importedOn;    ///< A date; empty for the one that is compiled in.
    std::string_view importedFrom;  ///< The file or address; empty likewise.
    std::uint32_t generation = 0;   ///< Another one for each activate(); 0 for the one compiled in.

    [[nodiscard]] bool isBuiltIn() const noexcept { return importedOn.empty(); }
};

/// What look-ups go by now. Any thread; costs one atomic load. Who looks up a lot at once keeps
/// the reference and sees one registry throughout.
[[nodiscard]] const ActiveRegistry& active() noexcept;

/// The one that is compiled in.
[[nodiscard]] const ActiveRegistry& builtIn() noexcept;

/// Puts a registry in force for every thread from its next look-up on. What was in force before is
/// kept until the program ends, since nobody knows who still holds a view into it: an import is a
/// person's act, and each keeps half a megabyte.
/// @param loaded  Null for the one that is compiled in.
void activate(LoadedRegistryPtr loaded);

}  // namespace quaywatch::registry
