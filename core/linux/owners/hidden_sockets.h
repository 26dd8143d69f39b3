// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets of a process that are not in the descriptor table of its first thread: those in the
/// table of a thread that has one of its own (unshare(CLONE_FILES)), and those in an io_uring.

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/descriptor_table_comparer.h"
#include "core/linux/owners/proc_scan.h"

#include <cstdint>
#include <vector>

namespace quaywatch::linux_backend {

/// The sockets that one io_uring held when it was last read.
struct RingSockets {
    RingDescriptor ring;
    std::vector<std::uint32_t> inodes;
};

/// Sockets of a process that are not in the first thread's table, and where they were found.
struct HiddenSockets {
    /// Hidden or NoneLeft if a thread's table could not be read.
    FdScanResult result = FdScanResult::Read;
    std::vector<std::uint32_t> sockets;  ///< Inodes, unordered, possibly with duplicates.
    std::vector<std::uint32_t> threads;  ///< Threads whose tables have some of them.
    std::vector<RingSockets> rings;      ///< Rings that hold some of them.
};

/// Searches all threads and rings of a process for sockets that are not yet known to belong to it.
///
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
/// @param known          Ascending; its rings are those in the first thread's table.
[[nodiscard]] HiddenSockets findHiddenSockets(int processFolder, std::uint32_t pid,
                                              const DescriptorTable& known,
                                              const DescriptorTableComparer& comparer);

/// Whether a process holds the socket, in any of these ways or by an ordinary descriptor.
///
/// @return The system's error if its descriptors may not be read.
[[nodiscard]] Result<bool> holdsSocket(int processFolder, std::uint32_t pid, std::uint64_t inode);

}  // namespace quaywatch::linux_backend
