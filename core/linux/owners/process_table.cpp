// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/process_table.h"

#include "core/base/parallel.h"
#include "core/linux/owners/io_uring_files.h"
#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/procfs/user_map.h"
#include "core/linux/system/proc_file.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>

namespace quaywatch::linux_backend {
namespace {

// With fewer items, another thread costs more time than it saves.
constexpr std::size_t kScansWorthAThread = 32;

}  // namespace

ProcessTable::ProcessTable(UniqueFd proc)
    : m_proc(std::move(proc))
    , m_areDescriptorsCounted(countsDescriptors(m_proc.get()))
{
    ProcFile file(/*limit=*/64);
    const auto self = file.readLink(m_proc.get(), "self");
    // A sandbox can refuse even that.
    m_ownPid = self ? parseUnsigned<std::uint32_t>(*self).value_or(0)
                    : static_cast<std::uint32_t>(getpid());
}

Result<void> ProcessTable::beginRound()
{
    ++m_round;
    settleLosses(/*isRoundOver=*/true);
    if (Result<void> followed = followProcesses(); !followed) {
        return followed;
    }
    if (m_round == 1 || m_round - m_lastFullWalk >= kFullWalkEvery) {
        markAll();
    }
    for (IndexedProcess& process : m_processes) {
        process.wasScannedAhead = false;
    }
    return {};
}

Result<void> ProcessTable::followProcesses()
{
    const Result<std::vector<ListedProcess>> listed = listProcesses(m_proc.get());
    m_isListTooExpensive =
        !listed && (listed.error().osCode == EMFILE || listed.error().osCode == ENFILE);
    if (m_isListTooExpensive) {
        return {};  // The sockets can be shown all the same.
    }
    if (!listed) {
        return tl::unexpected(listed.error());
    }
    std::vector<std::uint32_t> now;
    now.reserve(listed->size());
    auto known = m_byPid.begin();
    for (const ListedProcess& process : *listed) {
        for (; known != m_byPid.end() && m_processes[*known].pid < process.pid; ++known) {
            forget(*known);
        }
        if (known != m_byPid.end() && m_processes[*known].pid == process.pid) {
            now.push_back(*known++);
        } else {
            if (m_freePlaces.empty()) {
                m_freePlaces.push_back(static_cast<std::uint32_t>(m_processes.size()));
                m_processes.emplace_back();
            }
            now.push_back(m_freePlaces.back());
            m_freePlaces.pop_back();
        }
        noteListed(m_processes[now.back()], process);
    }
    std::for_each(known, m_byPid.end(), [this](std::uint32_t place) { forget(place); });
    m_byPid = std::move(now);
    return {};
}

void ProcessTable::noteListed(IndexedProcess& process, const ListedProcess& listed)
{
    if (process.pid == 0) {
        process.pid = listed.pid;
        process.folder = listed.folder;
        process.firstRound = m_round;
        process.needsScan = true;
        m_lastBirthRound = m_round;
    }
    if (process.folder != listed.folder) {
        process.folder = listed.folder;
        process.needsScan = true;
        process.infoReads = 0;
        process.firstRound = m_round;
        process.socketRings.clear();  // Their contents would not be read again at each scan.
        process.networkNamespace = 0;
        process.threadNamespaces.clear();
        process.threadsAskedRound = 0;
        m_lastBirthRound = m_round;
    }
    // A process that was seen between fork() and exec() held descriptors that exec() closes.
    process.needsScan =
        process.needsScan || (process.firstRound > 1 && m_round - process.firstRound < kEarlyReads);
}

void ProcessTable::forget(std::uint32_t place)
{
    replaceSockets(place, DescriptorTable{});
    settleLosses(/*isRoundOver=*/true);
    m_processes[place] = {};
    m_processes[place].needsScan = false;
    m_freePlaces.push_back(place);
}

void ProcessTable::markAll()
{
    m_lastFullWalk = m_round;
    for (const std::uint32_t place : m_byPid) {
        m_processes[place].needsScan = true;
        m_processes[place].ownsListedSocket = false;
    }
}

DescriptorTable ProcessTable::scan(IndexedProcess& process) const
{
    DescriptorTable found;
    const std::optional<std::uint64_t> count = countDescriptors(m_proc.get(), process.pid);
    process.descriptorCount = count.value_or(0);
    process.access = m_areDescriptorsCounted && count == 0U
                         ? scanOtherThreads(m_proc.get(), process.pid, found)
                         : scanSockets(m_proc.get(), process.pid, found);
    const bool isHidden =
        process.access == FdScanResult::Hidden || process.access == FdScanResult::NoneLeft;
    process.hidden = isHidden ? std::optional(factsOf(process.pid)) : std::nullopt;
    // The rights of users give EACCES, and a program may always read its own descriptors.
    process.isSandboxed = process.access == FdScanResult::Hidden &&
                          ((found.error != EACCES && found.error != 0) || process.pid == m_ownPid);
    process.needsScan = false;
    addHidden(process, found);
    std::sort(found.sockets.begin(), found.sockets.end());
    const auto isSameSocket = [](SocketFd a, SocketFd b) { return a.inode == b.inode; };
    found.sockets.erase(std::unique(found.sockets.begin(), found.sockets.end(), isSameSocket),
                        found.sockets.end());
    return found;
}

void ProcessTable::scanMarked()
{
    std::vector<std::uint32_t> marked;
    std::copy_if(m_byPid.begin(), m_byPid.end(), std::back_inserter(marked),
                 [this](std::uint32_t place) { return m_processes[place].needsScan; });
    std::vector<DescriptorTable> found(marked.size());
    forEachInParallel(marked.size(), kScansWorthAThread,
                      [&](std::size_t, std::size_t i) { found[i] = scan(m_processes[marked[i]]); });
    for (std::size_t i = 0; i < marked.size(); ++i) {
        IndexedProcess& process = m_processes[marked[i]];
        // The threads may have had too few descriptors for all of them; one needs less.
        if (process.access == FdScanResult::NoneLeft) {
            found[i] = scan(process);
        }
        replaceSockets(marked[i], std::move(found[i]));
    }
}

void ProcessTable::scanNow(std::uint32_t place)
{
    replaceSockets(place, scan(m_processes[place]));
}

/// Adds to a scan of the first thread's table the sockets of other threads and rings that were
/// found before, if they are still there.
void ProcessTable::addHidden(IndexedProcess& process, DescriptorTable& found) const
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

/// A process may be readable by root only (prctl(2), PR_SET_DUMPABLE); its /proc folder still
/// belongs to its user, and anyone may read its relatives there.
HiddenProcess ProcessTable::factsOf(std::uint32_t pid) const
{
    HiddenProcess facts;
    facts.pid = pid;
    const std::string folder = PidName(pid).c_str();
    struct stat status {};
    if (fstatat(m_proc.get(), folder.c_str(), &status, 0) == 0) {
        facts.uid = UserMap::own().userOf(status.st_uid);
        facts.isOwn = facts.uid == geteuid();
    }
    ProcFile file(/*limit=*/4096);
    const auto text = file.read(m_proc.get(), (folder + "/stat").c_str());
    if (const auto stat = text ? parseProcStat(*text) : std::nullopt) {
        facts.parentPid = stat->parentPid;
        facts.session = stat->session;
        facts.isKernelThread = stat->isKernelThread;
    }
    return facts;
}

/// Records that the process no longer holds the socket.
void ProcessTable::lose(std::uint32_t inode, std::uint32_t place)
{
    if (m_holders.isListed(inode, m_round) && !m_holders.find(inode).isShared()) {
        m_losses.emplace_back(inode, place);
    } else {
        m_holders.remove(inode, place);
    }
}

void ProcessTable::settleLosses(bool isRoundOver)
{
    const auto isSettled = [&](const std::pair<std::uint32_t, std::uint32_t>& loss) {
        if (!isRoundOver && !m_holders.find(loss.first).isShared()) {
            return false;
        }
        m_holders.remove(loss.first, loss.second);
        m_hasChanged = true;
        return true;
    };
    m_losses.erase(std::remove_if(m_losses.begin(), m_losses.end(), isSettled), m_losses.end());
}

void ProcessTable::replaceSockets(std::uint32_t place, DescriptorTable found)
{
    IndexedProcess& process = m_processes[place];
    bool hasLost = false;
    bool hasNew = false;
    auto was = process.sockets.begin();
    auto is = found.sockets.begin();
    while (was != process.sockets.end() || is != found.sockets.end()) {
        if (is == found.sockets.end() || (was != process.sockets.end() && was->inode < is->inode)) {
            lose((was++)->inode, place);
            hasLost = true;
        } else if (was == process.sockets.end() || is->inode < was->inode) {
            m_holders.add((is++)->inode, place);
            hasNew = true;
        } else {
            ++was;
            ++is;
        }
    }
    process.sockets = std::move(found.sockets);
    process.free = std::move(found.free);
    process.rings = std::move(found.rings);
    if (!hasLost && !hasNew) {
        return;
    }
    // In the first scan of a process every socket is new, which does not mean that it opened one.
    if (hasNew && process.firstRound != m_round) {
        process.lastNewSocketRound = m_round;
    }
    // It is active, or another process has its number now: its info is read again.
    process.infoReads = 0;
    process.networkNamespace = 0;
    m_hasChanged = true;
}

}  // namespace quaywatch::linux_backend
