// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <string>

namespace quaywatch::linux_backend {

/// The folder of a path: "/etc" for "/etc/passwd", "." for "passwd".
[[nodiscard]] std::string folderOf(const std::string& path);

/// Creates a folder and its missing parents, accessible for this user only; existing ones are not
/// changed.
/// @return PermissionDenied; SystemError.
[[nodiscard]] Result<void> makeFolders(const std::string& folder);

}  // namespace quaywatch::linux_backend
