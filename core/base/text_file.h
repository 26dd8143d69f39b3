// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Small text files of the user, read or replaced as a whole. The functions block on the disk.

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch {

/// Identifies a version of a file: which file it is, its size and the time of its last change.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;
    std::int64_t changedAt = 0;  ///< Nanoseconds.

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// @return NotFound; PermissionDenied; SystemError.
[[nodiscard]] Result<FileStamp> stampOf(const std::string& path);

/// @param limit  Maximum size in bytes.
/// @return NotFound; PermissionDenied; Unsupported: not a regular file; Malformed: larger than the
///         limit; SystemError.
[[nodiscard]] Result<std::string> readTextFile(const std::string& path, std::size_t limit);

/// Permissions of a file that is created.
enum class FilePrivacy : std::uint8_t {
    ByUmask,  ///< As for any program of this user: files that people may want to share.
    Private,  ///< This user alone, whatever the umask: the program's own data.
};

/// Replaces the file, or creates it and its missing parent folders. A concurrent reader sees either
/// the old text or the new one, and after a crash the file holds one of the two: the text is
/// written to a temporary file in the same folder, flushed to the disk, and renamed. A symbolic
/// link is kept and its target is replaced. The permissions (and the owner, if this user may set
/// it) are kept; those of a private file are removed for all other users.
/// @return PermissionDenied; Unsupported: not a regular file; SystemError (disk full, read-only).
[[nodiscard]] Result<void> replaceTextFile(const std::string& path, std::string_view text,
                                           FilePrivacy privacy = FilePrivacy::ByUmask);

/// Writes a text that can be produced again, such as a report. Like `>` in a shell, it writes into
/// an existing pipe or device and does not replace it.
/// @return PermissionDenied; NotFound: the folder does not exist; SystemError.
[[nodiscard]] Result<void> writeTextFile(const std::string& path, std::string_view text);

/// The folder in which this user's programs keep their settings, such as "/home/alice/.config".
/// @return NotFound if the system does not name one.
[[nodiscard]] Result<std::string> configurationFolder();

/// The folder in which this user's programs keep their other data, such as
/// "/home/alice/.local/share".
/// @return NotFound if the system does not name one.
[[nodiscard]] Result<std::string> dataFolder();

}  // namespace quaywatch
