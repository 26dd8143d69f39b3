// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/hidden_sockets.h"

#include "core/linux/owners/io_uring_files.h"
#include "core/linux/procfs/living_thread.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

/// A thread's table is compared with the last of the tables found before it, at most this many.
constexpr std::size_t kTablesCompared = 8;

/// Returns one thread for each table that differs from the first thread's.
std::vector<std::uint32_t> oneOfEachTable(const std::vector<std::uint32_t>& threads,
                                          std::uint32_t pid,
                                          const DescriptorTableComparer& comparer)
{
    std::vector<std::uint32_t> chosen;
    for (const std::uint32_t thread : threads) {
        const auto hasTableOf = [&](std::uint32_t other) {
            return comparer.haveOneTable(other, thread).value_or(false);
        };
        const auto compared =
            chosen.end() - static_cast<std::ptrdiff_t>(std::min(chosen.size(), kTablesCompared));
        if (!hasTableOf(pid) && std::none_of(compared, chosen.end(), hasTableOf)) {
            chosen.push_back(thread);
        }
    }
    return chosen;
}

bool isKnown(const DescriptorTable& known, std::uint32_t inode)
{
    const auto at =
        std::lower_bound(known.sockets.begin(), known.sockets.end(), SocketFd{inode, 0});
    return at != known.sockets.end() && at->inode == inode;
}

}  // namespace

HiddenSockets findHiddenSockets(int processFolder, std::uint32_t pid, const DescriptorTable& known,
                                const DescriptorTableComparer& comparer)
{
    HiddenSockets hidden;
    const ThreadList others = listOtherThreads(processFolder, pid);
    const auto note = [&](FdScanResult result) {
        if (result == FdScanResult::Hidden || result == FdScanResult::NoneLeft) {
            hidden.result = result;
        }
    };
    const auto takeNew = [&](std::uint32_t inode) {
        const bool isNew = !isKnown(known, inode);
        if (isNew) {
            hidden.sockets.push_back(inode);
        }
        return isNew;
    };
    note(others.result);
    std::vector<RingDescriptor> rings = known.rings;
    for (const std::uint32_t thread : oneOfEachTable(others.threads, pid, comparer)) {
        DescriptorTable table;
        note(scanThread(processFolder, thread, table));
        bool hasNew = false;
        for (const SocketFd& socket : table.sockets) {
            hasNew = takeNew(socket.inode) || hasNew;
        }
        if (hasNew) {
            hidden.threads.push_back(thread);
        }
        rings.insert(rings.end(), table.rings.begin(), table.rings.end());
    }
    for (const RingDescriptor& ring : rings) {
        auto inodes = readRingSockets(processFolder, ring);
        bool hasNew = false;
        for (const std::uint32_t inode : inodes.value_or(std::vector<std::uint32_t>{})) {
            hasNew = takeNew(inode) || hasNew;
        }
        if (hasNew) {
            hidden.rings.push_back({ring, std::move(*inodes)});
        }
    }
    return hidden;
}

Result<bool> holdsSocket(int processFolder, std::uint32_t pid, std::uint64_t inode)
{
    DescriptorTable table;
    FdScanResult result = scanFirstThread(processFolder, table);
    if (result == FdScanResult::Hidden) {
        // If the first thread has ended, only root may read its table. The table of another thread
        // is readable for the process' user.
        if (const UniqueFd living = openServingThread(processFolder)) {
            table = {};
            result = scanFirstThread(living.get(), table);
        }
    }
    if (std::any_of(table.sockets.begin(), table.sockets.end(),
                    [inode](const SocketFd& socket) { return socket.inode == inode; })) {
        return true;
    }
    const auto errorOf = [](FdScanResult scan) {
        return errnoFailure(scan == FdScanResult::Hidden ? EACCES : EMFILE, "read descriptors");
    };
    if (result == FdScanResult::Gone) {
        return errnoFailure(ENOENT, "read descriptors");
    }
    if (result != FdScanResult::Read) {
        return errorOf(result);
    }
    const UniqueFd proc(open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    std::sort(table.sockets.begin(), table.sockets.end());
    const HiddenSockets hidden =
        findHiddenSockets(processFolder, pid, table, DescriptorTableComparer(proc.get()));
    if (std::find(hidden.sockets.begin(), hidden.sockets.end(), inode) != hidden.sockets.end()) {
        return true;
    }
    if (hidden.result != FdScanResult::Read) {
        return errorOf(hidden.result);
    }
    return false;
}

}  // namespace quaywatch::linux_backend
