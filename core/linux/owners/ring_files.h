// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sockets among the files that an io_uring holds by itself (IORING_REGISTER_FILES, or opened
/// into it): they live on without any descriptor. /proc/PID/fdinfo/N of the ring lists them, in the
/// form of io_uring/fdinfo.c of the kernel:
///
///     UserFiles:	3
///         0: socket:[51037]
///         2: /etc/passwd
///     UserBufs:	0

#pragma once

#include "core/linux/owners/proc_scan.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// @return The inodes that the list names, in its order; empty where the text has no list, as the
///         kernel leaves it out while the ring is at work. A line of any other form names nothing.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> parseRingSockets(std::string_view fdinfo);

/// Whether this release of the kernel ("6.18.44-x") names sockets in that list. Older ones write
/// the last part of each file's path there, and nothing for a socket: a file called "socket:[7]"
/// would pass for one.
[[nodiscard]] bool doesNameRingSockets(std::string_view kernelRelease) noexcept;

/// Reads the list of one ring; tries a few times while the ring is at work.
///
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
/// @return Empty where the kernel does not tell, or not now.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> readRingSockets(int processFolder,
                                                                        const RingDescriptor& ring);

}  // namespace quaywatch::linux_backend
