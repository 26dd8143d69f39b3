// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// Where systemd is installed; the first two are one file where /lib is a link.
[[nodiscard]] std::span<const char* const> serviceManagerPaths() noexcept;

/// Whether a process runs one of the files, or an older version of one that was deleted since: as
/// an upgrade leaves it until the manager starts itself anew. That one counts only if it belonged
/// to root, lay on the same device and bore that path, which no ordinary user can bring about.
///
/// @param pidFd  The process' directory in /proc. Its "exe" is looked at as the file it is: the
///               text of that link depends on the process' mount namespace.
/// @return Empty where the executable may not be looked at.
[[nodiscard]] std::optional<bool> runsServiceManager(
    int pidFd, std::span<const char* const> paths = serviceManagerPaths());

/// Whether a process is one that systemd started as a user's own manager: process 1 is its parent,
/// and it is in `user@UID.service/init.scope` with UID its own. Anybody may run the file, with a
/// library of his own in it (LD_PRELOAD); there he cannot put what he runs elsewhere.
[[nodiscard]] bool isPlacedAsManager(int pidFd);

/// When the process of a directory in /proc began; empty if it has ended.
[[nodiscard]] std::optional<std::uint64_t> startTimeIn(int pidFd);

}  // namespace quaywatch::linux_backend
