// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The part of OwnerIndex that searches for sockets which are in the descriptor table of no
/// process' first thread, and decides when to repeat such a search.

#include "core/linux/owners/owner_index.h"
#include "core/linux/owners/ring_files.h"
#include "core/linux/system/parallel.h"
#include "core/linux/system/proc_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kSearchesWorthAThread = 32;

}  // namespace

OwnerIndex::Unheld OwnerIndex::unheld(std::uint32_t inode) const noexcept
{
    const InodeOwnerMap::Holder holder = m_holders.find(inode);
    if (!holder.isKnown() || !holder.isNobody()) {
        return Unheld::No;
    }
    if (holder.isNobodyAtAll()) {
        return Unheld::Throughout;
    }
    return std::binary_search(m_newlyUnheld.begin(), m_newlyUnheld.end(), inode) ? Unheld::New
                                                                                 : Unheld::Listed;
}

void OwnerIndex::noteAccess()
{
    const auto isHidden = [](const Process& process) {
        return process.access == FdScanResult::Hidden || process.access == FdScanResult::NoneLeft ||
               process.areThreadsHidden;
    };
    m_sawEveryProcess = m_sight == ProcVisibility::EveryProcess &&
                        std::none_of(m_processes.begin(), m_processes.end(), isHidden);
    m_lackedDescriptors = std::any_of(
        m_processes.begin(), m_processes.end(),
        [](const Process& process) { return process.access == FdScanResult::NoneLeft; });
}

bool OwnerIndex::isAnyUnreadable() const noexcept
{
    return std::any_of(m_processes.begin(), m_processes.end(), [](const Process& process) {
        return process.access == FdScanResult::Hidden || process.areThreadsHidden;
    });
}

std::size_t OwnerIndex::longPathCount() const noexcept
{
    const auto count =
        std::count_if(m_processes.begin(), m_processes.end(), [](const Process& process) {
            return process.ownsListedSocket && process.info && process.info->isExePathTooLong;
        });
    return static_cast<std::size_t>(count);
}

bool OwnerIndex::isOwnUnreadable() const noexcept
{
    return std::any_of(m_processes.begin(), m_processes.end(),
                       [](const Process& process) { return process.isOwnHidden; });
}

void OwnerIndex::searchThroughout(std::span<const std::uint32_t> inodes,
                                  std::span<const std::uint32_t> table, Clock::time_point now)
{
    // Descriptors that were opened since the last full walk may include a new io_uring.
    if (m_lastFullWalk != m_round) {
        markAll();
        scanMarked();
    }
    std::vector<HiddenSockets> found(m_byPid.size());
    forEachInParallel(m_byPid.size(), kSearchesWorthAThread, [&](std::size_t, std::size_t i) {
        found[i] = searchProcess(m_processes[m_byPid[i]]);
    });
    for (std::size_t i = 0; i < found.size(); ++i) {
        takeOver(m_byPid[i], std::move(found[i]));
    }
    for (const std::uint32_t inode : inodes) {
        if (m_holders.find(inode).isNobody()) {
            m_holders.setNobodyAtAll(inode);
        }
    }
    m_searchedAt = now;
    m_searchedRound = m_round;
    settle(table, table);
}

HiddenSockets OwnerIndex::searchProcess(Process& process) const
{
    process.threadLinks = threadLinksOf(process.pid);
    if (process.access != FdScanResult::Read) {
        return {};
    }
    // Most processes have one thread and no io_uring: the scan has read all that they hold.
    if (process.threadLinks == kLinksOfOneThread && process.rings.empty()) {
        return {};
    }
    const UniqueFd folder(
        openat(m_proc.get(), PidName(process.pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder) {
        return {};
    }
    DescriptorTable known;
    known.sockets = process.sockets;
    known.rings = process.rings;
    return findHiddenSockets(folder.get(), process.pid, known, m_comparer);
}

void OwnerIndex::takeOver(std::uint32_t place, HiddenSockets found)
{
    Process& process = m_processes[place];
    process.areThreadsHidden = found.result != FdScanResult::Read;
    if (found.sockets.empty()) {
        return;
    }
    process.socketThreads.insert(process.socketThreads.end(), found.threads.begin(),
                                 found.threads.end());
    std::move(found.rings.begin(), found.rings.end(), std::back_inserter(process.socketRings));
    std::sort(found.sockets.begin(), found.sockets.end());
    found.sockets.erase(std::unique(found.sockets.begin(), found.sockets.end()),
                        found.sockets.end());
    DescriptorTable all;
    all.sockets = process.sockets;
    for (const std::uint32_t inode : found.sockets) {
        all.sockets.push_back({inode, kThreadOnlyFd});
    }
    std::sort(all.sockets.begin(), all.sockets.end());
    all.free = process.free;
    all.rings = process.rings;
    takeOver(place, std::move(all));
}

/// Adds to a scan of the first thread's table the sockets of other threads and rings that were
/// found before, if they are still there.
void OwnerIndex::addHidden(Process& process, DescriptorTable& found) const
{
    if (process.socketThreads.empty() && process.socketRings.empty()) {
        return;
    }
    const UniqueFd folder(
        openat(m_proc.get(), PidName(process.pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    DescriptorTable ofThreads;
    std::vector<std::uint32_t>& threads = process.socketThreads;
    threads.erase(std::remove_if(threads.begin(), threads.end(),
                                 [&](std::uint32_t thread) {
                                     return !folder || scanThread(folder.get(), thread,
                                                                  ofThreads) == FdScanResult::Gone;
                                 }),
                  threads.end());
    std::vector<RingSockets>& rings = process.socketRings;
    const auto isGone = [&](const RingSockets& held) {
        const auto& table = held.ring.thread == 0 ? found.rings : ofThreads.rings;
        return std::find(table.begin(), table.end(), held.ring) == table.end();
    };
    rings.erase(std::remove_if(rings.begin(), rings.end(), isGone), rings.end());
    for (RingSockets& held : rings) {
        // While the ring is busy the kernel does not list its files: the last known list is kept.
        if (auto inodes = readRingSockets(folder.get(), held.ring)) {
            held.inodes = std::move(*inodes);
        }
        for (const std::uint32_t inode : held.inodes) {
            ofThreads.sockets.push_back({inode, kThreadOnlyFd});
        }
    }
    found.sockets.insert(found.sockets.end(), ofThreads.sockets.begin(), ofThreads.sockets.end());
}

bool OwnerIndex::isSearchDue(Clock::time_point now)
{
    if (!isSearchOld(now)) {
        return false;
    }
    m_searchedAt = now;
    return m_lastBirthRound > m_searchedRound || hasThreadAppeared();
}

/// Compares the number of threads of each process. This program's own threads are left out, since
/// they change with every poll.
bool OwnerIndex::hasThreadAppeared() const
{
    const auto own = static_cast<std::uint32_t>(getpid());
    return std::any_of(m_byPid.begin(), m_byPid.end(), [&](std::uint32_t place) {
        const Process& process = m_processes[place];
        return process.pid != own && threadLinksOf(process.pid) != process.threadLinks;
    });
}

/// A process may be readable by root only (prctl(2), PR_SET_DUMPABLE); its /proc folder still
/// belongs to its user.
bool OwnerIndex::isOwn(std::uint32_t pid) const
{
    struct stat status {};
    return fstatat(m_proc.get(), PidName(pid).c_str(), &status, 0) == 0 &&
           status.st_uid == geteuid();
}

/// The link count of the folder depends on the number of its subfolders.
std::uint64_t OwnerIndex::threadLinksOf(std::uint32_t pid) const
{
    struct stat status {};
    const std::string tasks = std::string(PidName(pid).c_str()) + "/task";
    return fstatat(m_proc.get(), tasks.c_str(), &status, 0) == 0 ? status.st_nlink : 0;
}

}  // namespace quaywatch::linux_backend
