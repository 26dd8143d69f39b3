// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/owners/hidden_sockets.h"
#include "core/linux/owners/proc_scan.h"
#include "core/sockets/process_info.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace quaywatch::linux_backend {

/// What OwnerIndex keeps of a process.
struct IndexedProcess {
    std::uint32_t pid = 0;  ///< 0 marks a free place.
    std::uint64_t folder = 0;
    FdScanResult access = FdScanResult::Read;
    bool needsScan = true;
    bool wasScannedAhead = false;
    bool ownsListedSocket = false;
    unsigned firstRound = 0;
    unsigned infoReads = 0;
    unsigned lastNewSocketRound = 0;     ///< 0 for never.
    std::uint64_t networkNamespace = 0;  ///< Read of processes that own no listed socket.
    std::uint64_t descriptorCount = 0;   ///< At the last scan; 0 if not known.
    std::vector<SocketFd> sockets;       ///< Ascending by inode, each once; any kind of socket.
    std::vector<std::uint32_t> free;     ///< See DescriptorTable.
    std::vector<RingDescriptor> rings;   ///< In the table that was scanned.
    /// Where sockets were found that the table does not have.
    std::vector<std::uint32_t> socketThreads;
    std::vector<RingSockets> socketRings;
    bool areThreadsHidden = false;  ///< A thread's table could not be read.
    bool isOwnHidden = false;       ///< This user's own, and may not be looked into.
    std::uint64_t threadLinks = 0;  ///< How many threads there were, by the links of task/.
    ProcessPtr info;
    std::shared_ptr<const OwnerSet> soleOwnerSet;  ///< The set of this process and no other.
};

/// Looks at single descriptors of one process, and what they gave.
struct DescriptorProbe {
    std::uint32_t place = 0;
    std::vector<SocketFd> gone{};  ///< Sockets that the table no longer lists.
    bool isRefused = false;
    std::vector<std::uint32_t> closed{};
    std::vector<std::uint32_t> unlisted{};  ///< Still held, but in no table.
    std::vector<SocketFd> opened{};
    std::vector<std::uint32_t> free{};  ///< See DescriptorTable.
};

}  // namespace quaywatch::linux_backend
