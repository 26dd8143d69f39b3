// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/stat.h>

namespace quaywatch::linux_backend {

/// Whether two results of stat(2) are about the same file, whatever its names.
[[nodiscard]] inline bool isSameFile(const struct stat& a, const struct stat& b) noexcept
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace quaywatch::linux_backend
