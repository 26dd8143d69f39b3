// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Folders and files that nobody but their user reads or writes, whatever the umask. Blocks on the
/// disk.

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>

namespace quaywatch {

/// What others may still do with a folder that was there before.
enum class FolderPrivacy : std::uint8_t {
    Private,  ///< Nothing: permissions of group and others are taken away.
    Shown,    ///< Read it, where the user lets them; not write.
};

/// Makes a folder and those it lies in, each for this user alone (0700), or tightens one that is
/// there. A symbolic link is followed.
/// @return PermissionDenied, without an osCode where the folder belongs to another user, in which
///         case it is left as it is; SystemError (disk full, read-only, a file in its place).
[[nodiscard]] Result<void> makePrivateFolder(const std::string& folder,
                                             FolderPrivacy privacy = FolderPrivacy::Private);

/// Makes an empty file for this user alone (0600), or tightens one that is there, which is neither
/// opened nor changed otherwise. A symbolic link is followed to a file that is there.
/// @return Unsupported: not a file, or a link that leads nowhere; else as makePrivateFolder().
[[nodiscard]] Result<void> makePrivateFile(const std::string& path);

}  // namespace quaywatch
