// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// The paths where systemd is installed; they are the same file if /lib is a link.
[[nodiscard]] std::span<const char* const> serviceManagerPaths() noexcept;

/// Whether a process runs one of the files, or an older version that was deleted: after an upgrade,
/// the manager runs the old file until it restarts itself. The old version counts only if it
/// belonged to root, was on the same device and had that path, which no ordinary user can achieve.
///
/// @param pidFd  The process' directory in /proc. The file of its "exe" is compared, since the text
///               of that link depends on the process' mount namespace.
/// @return Empty if the executable may not be read.
[[nodiscard]] std::optional<bool> runsServiceManager(
    int pidFd, std::span<const char* const> paths = serviceManagerPaths());

/// Whether systemd started the process as a user's own manager: process 1 is its parent, and it is
/// in `user@UID.service/init.scope` with its own UID. Any user may run the file with a library of
/// their own in it (LD_PRELOAD), but cannot put the process into that group from elsewhere.
[[nodiscard]] bool isPlacedAsManager(int pidFd);

/// The start time of the process of a directory in /proc, in clock ticks since boot; empty if it
/// has ended.
[[nodiscard]] std::optional<std::uint64_t> startTimeIn(int pidFd);

}  // namespace quaywatch::linux_backend
