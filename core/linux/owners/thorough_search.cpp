// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/thorough_search.h"

#include "core/base/parallel.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kSearchesWorthAThread = 32;

}  // namespace

void ThoroughSearch::search(std::span<const std::uint32_t> inodes, Clock::time_point now)
{
    // Descriptors that were opened since the last full walk may include a new io_uring.
    if (!m_table.isFullWalk()) {
        m_table.markAll();
        m_table.scanMarked();
    }
    std::vector<HiddenSockets> found(m_table.places().size());
    forEachInParallel(m_table.places().size(), kSearchesWorthAThread,
                      [&](std::size_t, std::size_t i) {
                          found[i] = searchProcess(m_table.at(m_table.places()[i]));
                      });
    for (std::size_t i = 0; i < found.size(); ++i) {
        addSockets(m_table.places()[i], std::move(found[i]));
    }
    for (const std::uint32_t inode : inodes) {
        if (m_table.holders().find(inode).isUnowned()) {
            m_table.holders().confirmUnowned(inode);
        }
    }
    m_searchedAt = now;
    m_searchedRound = m_table.round();
}

HiddenSockets ThoroughSearch::searchProcess(IndexedProcess& process) const
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
        openat(m_table.procFd(), PidName(process.pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!folder) {
        return {};
    }
    DescriptorTable known;
    known.sockets = process.sockets;
    known.rings = process.rings;
    return findHiddenSockets(folder.get(), process.pid, known, m_comparer);
}

void ThoroughSearch::addSockets(std::uint32_t place, HiddenSockets found)
{
    IndexedProcess& process = m_table.at(place);
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
    m_table.replaceSockets(place, std::move(all));
}

bool ThoroughSearch::isDue(Clock::time_point now)
{
    if (!isOld(now)) {
        return false;
    }
    m_searchedAt = now;
    return m_table.lastBirthRound() > m_searchedRound || hasThreadAppeared();
}

/// Compares the number of threads of each process. This program's own threads are left out, since
/// they change with every poll.
bool ThoroughSearch::hasThreadAppeared() const
{
    const auto own = static_cast<std::uint32_t>(getpid());
    return std::any_of(m_table.places().begin(), m_table.places().end(), [&](std::uint32_t place) {
        const IndexedProcess& process = m_table.at(place);
        return process.pid != own && threadLinksOf(process.pid) != process.threadLinks;
    });
}

/// The link count of the folder depends on the number of its subfolders.
std::uint64_t ThoroughSearch::threadLinksOf(std::uint32_t pid) const
{
    struct stat status {};
    const std::string tasks = std::string(PidName(pid).c_str()) + "/task";
    return fstatat(m_table.procFd(), tasks.c_str(), &status, 0) == 0 ? status.st_nlink : 0;
}

}  // namespace quaywatch::linux_backend
