// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/error.h"

#include <cstdint>

namespace quaywatch::linux_backend {

/// Why a process has no folder in /proc: there is none with that number, or /proc hides it from
/// this user (mount option hidepid), which kill(2) with signal 0 shows. Nothing is signaled.
///
/// @param procFd  A directory descriptor of a /proc that has this program's own process numbers
///                (openOwnProc()); O_PATH is enough.
/// @return NotFound; PermissionDenied if the process exists.
[[nodiscard]] Error absentProcess(int procFd, std::uint32_t pid);

}  // namespace quaywatch::linux_backend
