// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/stat.h>

namespace quaywatch::linux_backend {

/// Whether two answers of stat(2) are about one file, whatever names it has.
[[nodiscard]] inline bool isSameFile(const struct stat& a, const struct stat& b) noexcept
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

}  // namespace quaywatch::linux_backend
