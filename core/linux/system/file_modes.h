// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

namespace quaywatch::linux_backend {

/// Mode of a file that no other user may read or write.
inline constexpr mode_t kPrivateFile = 0600;
/// Mode of a folder that no other user may access.
inline constexpr mode_t kPrivateFolder = 0700;
/// Mode of any other file, before the umask.
inline constexpr mode_t kSharedFile = 0666;

/// The permissions of owner, group and others.
inline constexpr mode_t kPermissionBits = 0777;
/// The permissions, and set-user-ID, set-group-ID and the sticky bit.
inline constexpr mode_t kModeBits = 07777;

}  // namespace quaywatch::linux_backend
