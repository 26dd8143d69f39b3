// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The sockets among the files that an io_uring holds (IORING_REGISTER_FILES, or opened into it).
/// They stay open without any descriptor. /proc/PID/fdinfo/N of the ring lists them, in the format
/// of io_uring/fdinfo.c of the kernel:
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

/// @return The inodes in the list, in its order; empty if the text has no list: the kernel leaves
///         it out while the ring is busy. A line of any other form ends the list.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> parseRingSockets(std::string_view fdinfo);

/// Whether this release of the kernel ("6.18.44-x") names sockets in that list. Older ones write
/// the last part of each file's path there, and nothing for a socket: a file called "socket:[7]"
/// would be mistaken for one.
[[nodiscard]] bool doesNameRingSockets(std::string_view kernelRelease) noexcept;

/// Reads the list of one ring; tries a few times while the ring is busy.
///
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
/// @return Empty if the kernel does not report the list, or not now.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> readRingSockets(int processFolder,
                                                                        const RingDescriptor& ring);

}  // namespace quaywatch::linux_backend
