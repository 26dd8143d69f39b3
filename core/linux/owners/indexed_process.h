// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/owners/hidden_holders.h"
#include "core/linux/owners/hidden_sockets.h"
#include "core/linux/owners/proc_scan.h"
#include "core/linux/procfs/namespace_inode.h"
#include "core/sockets/process_info.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// The data that ProcessTable keeps for a process.
struct IndexedProcess {
    std::uint32_t pid = 0;  ///< 0 marks a free slot.
    std::uint64_t folder = 0;
    FdScanResult access = FdScanResult::Read;
    bool needsScan = true;
    bool wasScannedAhead = false;
    bool ownsListedSocket = false;
    unsigned firstRound = 0;
    unsigned infoReads = 0;
    unsigned lastNewSocketRound = 0;     ///< 0 for never.
    std::uint64_t networkNamespace = 0;  ///< Its inode; 0 until ProcessNamespaces reads it.
    /// Threads that are in another one, and the round in which they were searched for, or 0.
    std::vector<ThreadNamespace> threadNamespaces;
    unsigned threadsAskedRound = 0;
    std::uint64_t descriptorCount = 0;  ///< At the last scan; 0 if unknown.
    std::vector<SocketFd> sockets;  ///< Ascending by inode, without duplicates; any kind of socket.
    std::vector<std::uint32_t> free;    ///< See DescriptorTable.
    std::vector<RingDescriptor> rings;  ///< In the table that was scanned.
    /// Threads and rings that hold sockets which the scanned table does not have.
    std::vector<std::uint32_t> socketThreads;
    std::vector<RingSockets> socketRings;
    bool areThreadsHidden = false;        ///< A thread's table could not be read.
    std::optional<HiddenProcess> hidden;  ///< If it may not be read: what is known about it.
    bool isSandboxed = false;             ///< Not the rights of its user keep it from being read.
    std::uint64_t threadLinks = 0;        ///< Number of threads, from the link count of task/.
    ProcessPtr info;
    bool isEnding = false;  ///< When `info` was read, which therefore has no program.
    std::shared_ptr<const OwnerSet> soleOwnerSet;  ///< The set that contains only this process.
};

/// A check of single descriptors of one process, and its results.
struct DescriptorProbe {
    std::uint32_t place = 0;
    std::vector<SocketFd> gone{};  ///< Sockets that the table no longer lists.
    bool isRefused = false;
    std::vector<std::uint32_t> closed{};
    std::vector<std::uint32_t> unlisted{};  ///< Still held, but not in a socket table.
    std::vector<SocketFd> opened{};
    std::vector<std::uint32_t> free{};  ///< See DescriptorTable.
};

}  // namespace quaywatch::linux_backend
