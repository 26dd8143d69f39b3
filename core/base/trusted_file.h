// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Configuration files of the administrator, which count for every user. A file or a folder is
/// trusted if it belongs to root, or to the user of this program, and nobody else may write it; a
/// folder only if its parent folder is trusted, too. The functions block on the disk.

#pragma once

#include "core/base/result.h"
#include "core/base/text_file.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The same as stampOf(), for a trusted regular file.
/// @return As stampOf(). PermissionDenied without an osCode, or Unsupported (not a regular file):
/// it
///         is not trusted, and the context says why.
[[nodiscard]] Result<FileStamp> trustedStampOf(const std::string& path);

/// The same as readTextFile(), for a trusted file.
/// @return As readTextFile() and trustedStampOf().
[[nodiscard]] Result<std::string> readTrustedFile(const std::string& path, std::size_t limit);

struct FileNames {
    std::vector<std::string> names;  ///< Without the folder; ascending, by bytes.
    std::size_t leftOut = 0;         ///< Number of further names above the limit.
};

/// The names in a trusted folder that end with the suffix; hidden ones are left out.
/// @param limit  Maximum number of names in the result.
/// @return NotFound; otherwise as trustedStampOf().
[[nodiscard]] Result<FileNames> trustedFileNames(const std::string& folder, std::string_view suffix,
                                                 std::size_t limit);

}  // namespace quaywatch
