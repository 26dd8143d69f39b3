// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets of a process that the descriptor table of its first thread does not show: in the table
/// of a thread that has one of its own (unshare(CLONE_FILES)), and in an io_uring.

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/proc_scan.h"
#include "core/linux/owners/table_comparer.h"

#include <cstdint>
#include <vector>

namespace quaywatch::linux_backend {

/// The sockets that one io_uring held when it was last asked.
struct RingSockets {
    RingDescriptor ring;
    std::vector<std::uint32_t> inodes;
};

/// What there is beside the first thread's table.
struct HiddenSockets {
    /// Hidden or NoneLeft where a thread's table could not be read.
    FdScanResult result = FdScanResult::Read;
    std::vector<std::uint32_t> sockets;  ///< Inodes, in no order, possibly one twice.
    std::vector<std::uint32_t> threads;  ///< In whose tables some of them are.
    std::vector<RingSockets> rings;      ///< Which hold some of them.
};

/// Looks through all threads and rings of a process for sockets that are not known of it.
///
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
/// @param known          Ascending; its rings are those in the first thread's table.
[[nodiscard]] HiddenSockets findHiddenSockets(int processFolder, std::uint32_t pid,
                                              const DescriptorTable& known,
                                              const TableComparer& comparer);

/// Whether a process holds the socket, in any of these ways or by an ordinary descriptor.
///
/// @return The system's error where its descriptors may not be read.
[[nodiscard]] Result<bool> holdsSocket(int processFolder, std::uint32_t pid, std::uint64_t inode);

}  // namespace quaywatch::linux_backend
