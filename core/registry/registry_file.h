// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// registry.tsv on disk: the registry that the user has imported. All functions block on the disk.

#pragma once

#include "core/registry/registry_import.h"

#include <cstdint>
#include <string>

namespace quaywatch {

/// The default path for window and terminal: "quaywatch/registry.tsv" in the user's data folder.
/// @return NotFound: this user has no home folder.
[[nodiscard]] Result<std::string> defaultRegistryPath();

/// The result of loading registry.tsv at program start.
struct RegistryLoadResult {
    enum class Kind : std::uint8_t {
        BuiltIn,   ///< There is no such file.
        Imported,  ///< It is active.
        Older,     ///< It is older than the built-in registry, which is active.
        Broken,    ///< It cannot be used; the built-in registry is active.
        /// It cannot be read, so it is not known whether there is one; the built-in registry is
        /// active.
        Unreadable,
    };
    Kind kind = Kind::BuiltIn;
    Message detail;  ///< Broken, Unreadable: the reason, with the file. Older: its date.
};

/// Activates the registry that the user has imported or, if there is none or the built-in one is
/// newer, the built-in one.
/// @param path  Empty for none.
[[nodiscard]] RegistryLoadResult startRegistry(const std::string& path);

/// Saves a registry for the next start and activates it for every thread. The file is replaced with
/// replaceTextFile(); if that fails, nothing has changed.
/// @return As replaceTextFile().
[[nodiscard]] Result<void> saveRegistry(const std::string& path, const ImportedRegistry& imported);

/// Removes the file, if it exists, so that the built-in registry is active at the next start;
/// registry::activate(nullptr) activates it now.
/// @return PermissionDenied; SystemError.
[[nodiscard]] Result<void> removeRegistryFile(const std::string& path);

}  // namespace quaywatch
