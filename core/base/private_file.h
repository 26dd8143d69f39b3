// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Folders and files that only their user can read or write, whatever the umask. The functions
/// block on the disk.

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace quaywatch {

/// What other users may do with a folder that already exists.
enum class FolderPrivacy : std::uint8_t {
    Private,  ///< Nothing: permissions of group and others are removed.
    Shown,    ///< Read it, if the user allows that; not write.
};

/// Creates a folder and its missing parents, each for this user alone (0700), or restricts the
/// permissions of an existing folder. Follows a symbolic link.
/// @return PermissionDenied, without an osCode if the folder belongs to another user, in which
///         case it is not changed; SystemError (disk full, read-only, a file has this path).
[[nodiscard]] Result<void> makePrivateFolder(const std::string& folder,
                                             FolderPrivacy privacy = FolderPrivacy::Private);

/// Creates an empty file for this user alone (0600), or restricts the permissions of an existing
/// one, which is neither opened nor changed in any other way. Follows a symbolic link to an
/// existing file.
/// @return Unsupported: not a file, or a dangling link; otherwise as makePrivateFolder().
[[nodiscard]] Result<void> makePrivateFile(const std::string& path);

}  // namespace quaywatch
