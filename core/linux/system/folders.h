// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace quaywatch::linux_backend {

/// The folder a path lies in: "/etc" of "/etc/passwd", "." of "passwd".
[[nodiscard]] std::string folderOf(const std::string& path);

/// Makes a folder and those it lies in, for this user alone; those that are there stay as they are.
/// @return PermissionDenied; SystemError.
[[nodiscard]] Result<void> makeFolders(const std::string& folder);

}  // namespace quaywatch::linux_backend
