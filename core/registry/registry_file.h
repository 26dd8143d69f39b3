// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// registry.tsv on disk: the registry that a person has imported. All of it blocks on the disk.

#pragma once

#include "core/registry/registry_import.h"

#include <cstdint>
#include <string>

namespace quaywatch {

/// Where window and terminal look for it: "quaywatch/registry.tsv" in the user's data.
/// @return NotFound: this user has no home.
[[nodiscard]] Result<std::string> defaultRegistryPath();

/// What became of registry.tsv at the start.
struct RegistryLoadResult {
    enum class Kind : std::uint8_t {
        BuiltIn,   ///< There is none.
        Imported,  ///< It is in force.
        Older,     ///< It is older than the program's own, which is in force.
        Broken,    ///< It cannot be used; the program's own is in force.
    };
    Kind kind = Kind::BuiltIn;
    std::string detail;  ///< Broken: why, with the file. Older: its date.
};

/// Puts the registry in force that a person has imported, unless the program's own is newer.
/// @param path  Empty for none.
[[nodiscard]] RegistryLoadResult startRegistry(const std::string& path);

/// Keeps a registry for the next start and puts it in force for every thread. The file is replaced
/// as replaceTextFile() does it; if that fails, nothing has changed.
/// @return As replaceTextFile().
[[nodiscard]] Result<void> saveRegistry(const std::string& path, const ImportedRegistry& imported);

/// Removes the file, if there is one, so that the program's own registry is in force at the next
/// start; registry::activate(nullptr) puts it in force now.
/// @return PermissionDenied; SystemError.
[[nodiscard]] Result<void> removeRegistryFile(const std::string& path);

}  // namespace quaywatch
