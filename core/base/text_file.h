// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Small text files of the user's: read whole, replaced whole. Blocks on the disk.

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch {

/// What tells that a file is not the one it was: another file, size or time of change.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t changedAt = 0;  ///< Nanoseconds.

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// @return NotFound; PermissionDenied; SystemError.
[[nodiscard]] Result<FileStamp> stampOf(const std::string& path);

/// @param limit  Most bytes that are taken.
/// @return NotFound; PermissionDenied; Unsupported: not a regular file; Malformed: larger than the
///         limit; SystemError.
[[nodiscard]] Result<std::string> readTextFile(const std::string& path, std::size_t limit);

/// Who may do what with a file that is made.
enum class FilePrivacy : std::uint8_t {
    ByUmask,  ///< As with any program of this user: what a person may want to share.
    Private,  ///< This user alone, whatever the umask: what the program keeps for itself.
};

/// Replaces the file, or makes it and the folders it lies in. Whoever reads it meanwhile sees the
/// old text or the new, and after a crash one of the two is there: the text is written beside the
/// file, flushed to the disk, and renamed. A symbolic link stays and what it points to is replaced;
/// permissions (and owner, where this user may set it) stay as they were; those of a private file
/// are taken away from all others.
/// @return PermissionDenied; Unsupported: not a regular file; SystemError (disk full, read-only).
[[nodiscard]] Result<void> replaceTextFile(const std::string& path, std::string_view text,
                                           FilePrivacy privacy = FilePrivacy::ByUmask);

/// Writes a text that can be made again, such as a report; as a shell's `>` does, so that a pipe or
/// a device is written to and not replaced.
/// @return PermissionDenied; NotFound: the folder is not there; SystemError.
[[nodiscard]] Result<void> writeTextFile(const std::string& path, std::string_view text);

/// Where this user's programs keep their settings, such as "/home/alice/.config".
/// @return NotFound if the system tells none.
[[nodiscard]] Result<std::string> configurationFolder();

/// Where they keep what is no setting, such as "/home/alice/.local/share".
/// @return NotFound if the system tells none.
[[nodiscard]] Result<std::string> dataFolder();

}  // namespace quaywatch
