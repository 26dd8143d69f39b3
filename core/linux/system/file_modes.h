// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

namespace quaywatch::linux_backend {

/// Of a file that nobody else reads or writes.
inline constexpr mode_t kPrivateFile = 0600;
/// Of a folder that nobody else looks into.
inline constexpr mode_t kPrivateFolder = 0700;
/// Of any other file, before the umask.
inline constexpr mode_t kSharedFile = 0666;

/// What owner, group and others may do.
inline constexpr mode_t kPermissionBits = 0777;
/// These and set-user-ID, set-group-ID and the sticky bit.
inline constexpr mode_t kModeBits = 07777;

}  // namespace quaywatch::linux_backend
