// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_index.h"

#include "core/linux/procfs/namespace_inode.h"
#include "core/linux/system/parallel.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// With fewer items, another thread costs more time than it saves.
constexpr std::size_t kScansWorthAThread = 32;
constexpr std::size_t kInfosWorthAThread = 16;

// Programs are often first seen between fork() and exec(); two more reads notice the exec().
constexpr unsigned kEarlyLooks = 3;
constexpr std::size_t kRefreshesPerRound = 32;

}  // namespace

OwnerIndex::OwnerIndex(UniqueFd proc, const std::shared_ptr<UserNames>& users)
    : m_proc(std::move(proc))
    , m_areDescriptorsCounted(countsDescriptors(m_proc.get()))
    , m_sight(visibilityOf(m_proc.get()))
    , m_comparer(m_proc.get())
    , m_ownNamespace(ownNetworkNamespace().value_or(0))
{
    for (std::size_t i = 0; i < parallelWorkers(); ++i) {
        m_readers.push_back(std::make_unique<ProcessReader>(users));
    }
}

void OwnerIndex::walkAhead(const std::atomic<bool>& isTableRead)
{
    if (!beginRound()) {
        return;  // update() tries again and reports the error.
    }
    m_hasBegun = true;
    for (const std::uint32_t place : m_byPid) {
        if (isTableRead) {
            return;
        }
        if (m_processes[place].needsScan) {
            DescriptorTable found = scan(m_processes[place]);
            m_processes[place].wasScannedAhead = true;
            takeOver(place, std::move(found));
        }
    }
}

Result<void> OwnerIndex::update(std::span<const std::uint32_t> inodes)
{
    if (!std::exchange(m_hasBegun, false)) {
        if (Result<void> begun = beginRound(); !begun) {
            return begun;
        }
    }
    const Inodes unknown = listSockets(inodes);
    scanMarked();
    if (!unknown.empty()) {
        if (Result<void> searched = search(unknown); !searched) {
            return searched;
        }
    }
    const bool isFullWalk = m_lastFullWalk == m_round;
    settle(inodes, isFullWalk ? inodes : unknown);
    if (!unknown.empty()) {
        const auto isHeld = [&](std::size_t place) {
            return !m_holders.find(inodes[place]).isNobody();
        };
        m_unheldPlaces.erase(std::remove_if(m_unheldPlaces.begin(), m_unheldPlaces.end(), isHeld),
                             m_unheldPlaces.end());
    }
    return {};
}

/// Updates the owners of the changed sockets, or of all sockets if the sets are stale.
void OwnerIndex::settle(std::span<const std::uint32_t> all, std::span<const std::uint32_t> changed)
{
    noteListedOwners(m_areSetsStale ? all : changed);
    readInfos();
    // A process whose program has changed has closed descriptors in exec().
    if (std::any_of(m_processes.begin(), m_processes.end(),
                    [](const Process& process) { return process.needsScan; })) {
        scanMarked();
        noteListedOwners(all);
        readInfos();
    }
    settleLosses(false);
    refreshSets();
    noteAccess();
}

const std::shared_ptr<const OwnerSet>& OwnerIndex::ownersOf(std::uint32_t inode) const noexcept
{
    static const std::shared_ptr<const OwnerSet> kNone;
    const InodeOwnerMap::Holder holder = m_holders.find(inode);
    if (holder.isNobody()) {
        return kNone;
    }
    return holder.isShared() ? m_sharedSets[holder.list()]
                             : m_processes[holder.process()].soleOwnerSet;
}

std::map<std::uint64_t, std::uint32_t> OwnerIndex::foreignNamespaces() const
{
    std::map<std::uint64_t, std::uint32_t> found;
    for (const std::uint32_t place : m_byPid) {
        const Process& process = m_processes[place];
        if (process.networkNamespace != 0 && process.networkNamespace != m_ownNamespace) {
            found.try_emplace(process.networkNamespace, process.pid);
        }
    }
    return found;
}

Result<void> OwnerIndex::beginRound()
{
    ++m_round;
    settleLosses(true);
    if (Result<void> followed = followProcesses(); !followed) {
        return followed;
    }
    if (m_round == 1 || m_round - m_lastFullWalk >= kFullWalkEvery) {
        markAll();
    }
    for (Process& process : m_processes) {
        process.wasScannedAhead = false;
    }
    return {};
}

/// Adds new processes and removes those that have ended.
Result<void> OwnerIndex::followProcesses()
{
    const Result<std::vector<ListedProcess>> listed = listProcesses(m_proc.get());
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
        take(m_processes[now.back()], process);
    }
    std::for_each(known, m_byPid.end(), [this](std::uint32_t place) { forget(place); });
    m_byPid = std::move(now);
    return {};
}

void OwnerIndex::take(Process& process, const ListedProcess& listed)
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
        m_lastBirthRound = m_round;
    }
    // A process that was seen between fork() and exec() held descriptors that exec() closes.
    process.needsScan =
        process.needsScan || (process.firstRound > 1 && m_round - process.firstRound < kEarlyLooks);
}

void OwnerIndex::forget(std::uint32_t place)
{
    takeOver(place, DescriptorTable{});
    settleLosses(true);
    m_processes[place] = {};
    m_processes[place].needsScan = false;
    m_freePlaces.push_back(place);
}

void OwnerIndex::markAll()
{
    m_lastFullWalk = m_round;
    for (const std::uint32_t place : m_byPid) {
        m_processes[place].needsScan = true;
        m_processes[place].ownsListedSocket = false;
    }
}

DescriptorTable OwnerIndex::scan(Process& process) const
{
    DescriptorTable found;
    const std::optional<std::uint64_t> count = countDescriptors(m_proc.get(), process.pid);
    process.descriptorCount = count.value_or(0);
    process.access = m_areDescriptorsCounted && count == 0U
                         ? scanOtherThreads(m_proc.get(), process.pid, found)
                         : scanSockets(m_proc.get(), process.pid, found);
    process.isOwnHidden = process.access == FdScanResult::Hidden && isOwn(process.pid);
    process.needsScan = false;
    addHidden(process, found);
    std::sort(found.sockets.begin(), found.sockets.end());
    const auto isSameSocket = [](SocketFd a, SocketFd b) { return a.inode == b.inode; };
    found.sockets.erase(std::unique(found.sockets.begin(), found.sockets.end(), isSameSocket),
                        found.sockets.end());
    return found;
}

void OwnerIndex::scanMarked()
{
    std::vector<std::uint32_t> marked;
    std::copy_if(m_byPid.begin(), m_byPid.end(), std::back_inserter(marked),
                 [this](std::uint32_t place) { return m_processes[place].needsScan; });
    std::vector<DescriptorTable> found(marked.size());
    forEachInParallel(marked.size(), kScansWorthAThread,
                      [&](std::size_t, std::size_t i) { found[i] = scan(m_processes[marked[i]]); });
    for (std::size_t i = 0; i < marked.size(); ++i) {
        takeOver(marked[i], std::move(found[i]));
    }
}

/// Records that the process no longer holds the socket.
void OwnerIndex::lose(std::uint32_t inode, std::uint32_t place)
{
    if (m_holders.isListed(inode, m_round) && !m_holders.find(inode).isShared()) {
        m_losses.emplace_back(inode, place);
    } else {
        m_holders.remove(inode, place);
    }
}

void OwnerIndex::settleLosses(bool isRoundOver)
{
    const auto isSettled = [&](const std::pair<std::uint32_t, std::uint32_t>& loss) {
        if (!isRoundOver && !m_holders.find(loss.first).isShared()) {
            return false;
        }
        m_holders.remove(loss.first, loss.second);
        m_areSetsStale = true;
        return true;
    };
    m_losses.erase(std::remove_if(m_losses.begin(), m_losses.end(), isSettled), m_losses.end());
}

/// Replaces the sockets of the process with those that a scan found, which are in ascending order.
void OwnerIndex::takeOver(std::uint32_t place, DescriptorTable found)
{
    Process& process = m_processes[place];
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
    m_areSetsStale = true;
}

/// Marks the processes that own a socket of the table.
void OwnerIndex::noteListedOwners(std::span<const std::uint32_t> inodes)
{
    for (const std::uint32_t inode : inodes) {
        const InodeOwnerMap::Holder holder = m_holders.find(inode);
        if (holder.isShared()) {
            for (const std::uint32_t place : m_holders.processesOf(holder)) {
                m_processes[place].ownsListedSocket = true;
            }
        } else if (!holder.isNobody()) {
            m_processes[holder.process()].ownsListedSocket = true;
        }
    }
}

/// Reads the infos of owners that are new, and reads a few of the others again: a process may have
/// changed its program (exec()) or its user.
void OwnerIndex::readInfos()
{
    std::vector<Process*> wanted;
    std::vector<Process*> owners;
    for (const std::uint32_t place : m_byPid) {
        Process& process = m_processes[place];
        if (!process.ownsListedSocket) {
            if (process.networkNamespace == 0 && !process.sockets.empty()) {
                process.networkNamespace =
                    networkNamespaceOf(m_proc.get(), process.pid).value_or(m_ownNamespace);
            }
            continue;
        }
        process.networkNamespace = 0;
        owners.push_back(&process);
        if (!process.info || process.infoReads < kEarlyLooks) {
            wanted.push_back(&process);
        }
    }
    for (std::size_t i = 0; i < std::min(kRefreshesPerRound, owners.size()); ++i) {
        Process* process = owners[m_nextRefresh++ % owners.size()];
        if (process->info && process->infoReads >= kEarlyLooks) {
            wanted.push_back(process);
        }
    }
    std::atomic<bool> hasMoved{false};
    forEachInParallel(wanted.size(), kInfosWorthAThread, [&](std::size_t worker, std::size_t i) {
        Process& process = *wanted[i];
        ProcessPtr info = m_readers[worker]->read(m_proc.get(), process.pid);
        ++process.infoReads;
        if (!info || (process.info && *process.info == *info)) {
            return;  // It has ended: the next update drops it.
        }
        // Another program, or another process with the same number: exec() closes descriptors.
        process.needsScan = process.info != nullptr;
        process.info = std::move(info);
        process.soleOwnerSet = std::make_shared<const OwnerSet>(OwnerSet{process.info});
        hasMoved = true;
    });
    m_areSetsStale = m_areSetsStale || hasMoved;
}

/// Rebuilds the owner sets of shared sockets; an unchanged set remains the same object.
void OwnerIndex::refreshSets()
{
    if (!std::exchange(m_areSetsStale, false)) {
        return;
    }
    const auto before = std::exchange(m_interned, {});
    m_sharedSets.assign(m_holders.listCount(), nullptr);
    for (std::size_t list = 0; list < m_holders.listCount(); ++list) {
        OwnerSet owners;
        for (const std::uint32_t place : m_holders.list(list)) {
            if (m_processes[place].info) {
                owners.push_back(m_processes[place].info);
            }
        }
        if (owners.size() == 1) {
            const auto soleOwnerSet = std::find_if(
                m_holders.list(list).begin(), m_holders.list(list).end(),
                [&](std::uint32_t place) { return m_processes[place].info == owners.front(); });
            m_sharedSets[list] = m_processes[*soleOwnerSet].soleOwnerSet;
        } else if (!owners.empty()) {
            std::sort(owners.begin(), owners.end(),
                      [](const ProcessPtr& a, const ProcessPtr& b) { return a->id < b->id; });
            const auto old = before.find(owners);
            auto set = old != before.end() ? old->second : std::make_shared<const OwnerSet>(owners);
            m_sharedSets[list] = m_interned.try_emplace(std::move(owners), set).first->second;
        }
    }
}

}  // namespace quaywatch::linux_backend
