// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_index.h"

#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// With fewer items, another thread costs more time than it saves.
constexpr std::size_t kInfosWorthAThread = 16;
constexpr std::size_t kRefreshesPerRound = 32;

}  // namespace

OwnerIndex::OwnerIndex(UniqueFd proc, const std::shared_ptr<UserNames>& users)
    : m_table(std::move(proc))
    , m_search(m_table)
    , m_thoroughSearch(m_table)
    , m_namespaces(m_table)
    , m_visibility(visibilityOf(m_table.procFd()))
{
    for (std::size_t i = 0; i < parallelWorkers(); ++i) {
        m_readers.push_back(std::make_unique<ProcessReader>(users));
    }
}

void OwnerIndex::walkAhead(const std::atomic<bool>& isTableRead)
{
    if (!m_table.beginRound()) {
        return;  // update() tries again and reports the error.
    }
    m_hasBegun = true;
    for (const std::uint32_t place : m_table.places()) {
        if (isTableRead) {
            return;
        }
        if (m_table.at(place).needsScan) {
            m_table.scanNow(place);
            m_table.at(place).wasScannedAhead = true;
        }
    }
}

Result<void> OwnerIndex::update(std::span<const std::uint32_t> inodes)
{
    if (!std::exchange(m_hasBegun, false)) {
        if (Result<void> begun = m_table.beginRound(); !begun) {
            return begun;
        }
    }
    const Inodes unknown = listSockets(inodes);
    m_table.scanMarked();
    if (!unknown.empty()) {
        Result<Inodes> unheld = m_search.search(unknown, m_sawEveryProcess);
        if (!unheld) {
            return tl::unexpected(unheld.error());
        }
        m_newlyUnheld = std::move(*unheld);
        std::sort(m_newlyUnheld.begin(), m_newlyUnheld.end());
    }
    const bool isFullWalk = m_table.isFullWalk();
    settle(inodes, isFullWalk ? inodes : unknown);
    if (!unknown.empty()) {
        const auto isHeld = [&](std::size_t place) {
            return !m_table.holders().find(inodes[place]).isUnowned();
        };
        m_unheldPlaces.erase(std::remove_if(m_unheldPlaces.begin(), m_unheldPlaces.end(), isHeld),
                             m_unheldPlaces.end());
    }
    m_namespaces.update();
    return {};
}

/// Marks the sockets of the table in the map.
/// @return The sockets that were not searched for before, or whose holder has ended.
OwnerIndex::Inodes OwnerIndex::listSockets(std::span<const std::uint32_t> inodes)
{
    Inodes unknown;
    m_newlyUnheld.clear();
    m_unheldPlaces.clear();
    for (std::size_t place = 0; place < inodes.size(); ++place) {
        const InodeOwnerMap::Holder holder = m_table.holders().list(inodes[place], m_table.round());
        if (!holder.isKnown()) {
            unknown.push_back(inodes[place]);
        }
        if (holder.isUnowned()) {
            m_unheldPlaces.push_back(place);
        }
    }
    return unknown;
}

/// Updates the owners of the changed sockets, or of all sockets if the sets are stale.
void OwnerIndex::settle(std::span<const std::uint32_t> all, std::span<const std::uint32_t> changed)
{
    noteListedOwners(m_table.hasChanged() ? all : changed);
    readInfos();
    markChildrenAfterExec();
    markParents();
    // A process whose program has changed has closed descriptors in exec().
    if (std::any_of(m_table.slots().begin(), m_table.slots().end(),
                    [](const IndexedProcess& process) { return process.needsScan; })) {
        m_table.scanMarked();
        noteListedOwners(all);
        readInfos();
    }
    m_table.settleLosses();
    refreshSets();
    noteAccess();
}

void OwnerIndex::searchThroughout(std::span<const std::uint32_t> inodes,
                                  std::span<const std::uint32_t> table, Clock::time_point now)
{
    m_thoroughSearch.search(inodes, now);
    settle(table, table);
}

OwnerIndex::Unheld OwnerIndex::unheld(std::uint32_t inode) const noexcept
{
    const InodeOwnerMap::Holder holder = m_table.holders().find(inode);
    if (!holder.isKnown() || !holder.isUnowned()) {
        return Unheld::No;
    }
    if (holder.isConfirmedUnowned()) {
        return Unheld::Throughout;
    }
    return std::binary_search(m_newlyUnheld.begin(), m_newlyUnheld.end(), inode) ? Unheld::New
                                                                                 : Unheld::Listed;
}

const std::shared_ptr<const OwnerSet>& OwnerIndex::ownersOf(std::uint32_t inode) const noexcept
{
    static const std::shared_ptr<const OwnerSet> kNone;
    const InodeOwnerMap::Holder holder = m_table.holders().find(inode);
    if (holder.isUnowned()) {
        return kNone;
    }
    return holder.isShared() ? m_sharedSets[holder.list()]
                             : m_table.at(holder.process()).soleOwnerSet;
}

/// Marks the processes that own a socket of the table.
void OwnerIndex::noteListedOwners(std::span<const std::uint32_t> inodes)
{
    for (const std::uint32_t inode : inodes) {
        const InodeOwnerMap::Holder holder = m_table.holders().find(inode);
        if (holder.isShared()) {
            for (const std::uint32_t place : m_table.holders().processesOf(holder)) {
                m_table.at(place).ownsListedSocket = true;
            }
        } else if (!holder.isUnowned()) {
            m_table.at(holder.process()).ownsListedSocket = true;
        }
    }
}

/// Reads the infos of owners that are new, and reads a few of the others again: a process may have
/// changed its program (exec()) or its user.
void OwnerIndex::readInfos()
{
    std::vector<IndexedProcess*> wanted;
    std::vector<std::uint32_t> wantedPlaces;
    std::vector<IndexedProcess*> owners;
    for (const std::uint32_t place : m_table.places()) {
        IndexedProcess& process = m_table.at(place);
        if (!process.ownsListedSocket) {
            continue;
        }
        owners.push_back(&process);
        if (!process.info || process.infoReads < ProcessTable::kEarlyReads) {
            wanted.push_back(&process);
            wantedPlaces.push_back(place);
        }
    }
    for (std::size_t i = 0; i < std::min(kRefreshesPerRound, owners.size()); ++i) {
        IndexedProcess* process = owners[m_nextRefresh++ % owners.size()];
        if (process->info && process->infoReads >= ProcessTable::kEarlyReads) {
            wanted.push_back(process);
        }
    }
    std::atomic<bool> hasMoved{false};
    forEachInParallel(wanted.size(), kInfosWorthAThread, [&](std::size_t worker, std::size_t i) {
        IndexedProcess& process = *wanted[i];
        ProcessPtr info = m_readers[worker]->read(m_table.procFd(), process.pid);
        ++process.infoReads;
        if (!info || (process.info && *process.info == *info)) {
            return;  // It has ended: the next update drops it.
        }
        // Another program, or another process with the same number: exec() closes descriptors.
        process.needsScan = process.info != nullptr;
        process.info = std::move(info);
        process.isEnding =
            !process.info->exe && m_readers[worker]->hasEnded(m_table.procFd(), process.pid);
        process.soleOwnerSet = std::make_shared<const OwnerSet>(OwnerSet{process.info});
        hasMoved = true;
    });
    for (std::size_t i = 0; i < wantedPlaces.size(); ++i) {
        if (wanted[i]->info && wanted[i]->infoReads == 1) {
            m_freshPlaces.push_back(wantedPlaces[i]);
        }
    }
    if (hasMoved) {
        m_table.setChanged();
    }
}

/// Marks processes for a second scan that were read for the first time and run another program than
/// one with which they share a socket. Such a process may have called exec() between the scan of
/// its descriptors and the read of its program: exec() closes the descriptors that it inherited by
/// fork(), and the program never held them.
void OwnerIndex::markChildrenAfterExec()
{
    for (const std::uint32_t place : m_freshPlaces) {
        IndexedProcess& child = m_table.at(place);
        child.needsScan =
            child.needsScan ||
            std::any_of(child.sockets.begin(), child.sockets.end(), [&](SocketFd socket) {
                return isSharedWithAnotherProgram(socket.inode, place);
            });
    }
    m_freshPlaces.clear();
}

/// Compares a process with a few of those that hold the socket, too: a server may have thousands of
/// workers.
bool OwnerIndex::isSharedWithAnotherProgram(std::uint32_t inode, std::uint32_t place)
{
    constexpr std::size_t kMaxCompared = 4;
    const InodeOwnerMap::Holder holder = m_table.holders().find(inode);
    if (!holder.isShared()) {
        return false;
    }
    const std::span<const std::uint32_t> all = m_table.holders().processesOf(holder);
    const std::span<const std::uint32_t> some = all.first(std::min(all.size(), kMaxCompared));
    return std::any_of(some.begin(), some.end(), [&](std::uint32_t other) {
        const ProcessInfo* info = m_table.at(other).info.get();
        return info != nullptr && info->exe != m_table.at(place).info->exe;
    });
}

/// The parent of a process whose info was read; null if it is not in the table.
IndexedProcess* OwnerIndex::parentOf(const IndexedProcess& child)
{
    if (!child.info->parentPid) {
        return nullptr;
    }
    const std::uint32_t pid = *child.info->parentPid;
    const std::span<const std::uint32_t> places = m_table.places();
    const auto parent = std::partition_point(
        places.begin(), places.end(),
        [this, pid](std::uint32_t place) { return m_table.at(place).pid < pid; });
    const bool isFound = parent != places.end() && m_table.at(*parent).pid == pid;
    return isFound ? &m_table.at(*parent) : nullptr;
}

/// Marks the parents of new processes for a scan that hold a listed socket alone: a service manager
/// opens the socket before it starts the process that gets it, and holds it, too. The search ends
/// at the first holder.
void OwnerIndex::markParents()
{
    if (m_table.isFullWalk() || m_table.lastBirthRound() != m_table.round()) {
        return;
    }
    const auto isSoleHolder = [this](SocketFd socket) {
        const InodeOwnerMap::Holder holder = m_table.holders().find(socket.inode);
        return !holder.isUnowned() && !holder.isShared() &&
               m_table.holders().isListed(socket.inode, m_table.round());
    };
    for (const std::uint32_t place : m_table.places()) {
        const IndexedProcess& child = m_table.at(place);
        const bool isNew = child.firstRound == m_table.round();
        if (!isNew || !child.info ||
            std::none_of(child.sockets.begin(), child.sockets.end(), isSoleHolder)) {
            continue;
        }
        if (IndexedProcess* const parent = parentOf(child)) {
            parent->needsScan = true;
        }
    }
}

/// Rebuilds the owner sets of shared sockets; an unchanged set remains the same object.
void OwnerIndex::refreshSets()
{
    if (!m_table.hasChanged()) {
        return;
    }
    m_table.clearChanged();
    const auto before = std::exchange(m_interned, {});
    m_sharedSets.assign(m_table.holders().listCount(), nullptr);
    for (std::size_t list = 0; list < m_table.holders().listCount(); ++list) {
        OwnerSet owners;
        OwnerSet ending;
        for (const std::uint32_t place : m_table.holders().list(list)) {
            const IndexedProcess& process = m_table.at(place);
            if (process.info) {
                (process.isEnding ? ending : owners).push_back(process.info);
            }
        }
        // A process that ends does not keep the socket open, but nobody else may have it.
        if (owners.empty()) {
            owners = std::move(ending);
        }
        if (owners.size() == 1) {
            const auto soleOwnerSet = std::find_if(
                m_table.holders().list(list).begin(), m_table.holders().list(list).end(),
                [&](std::uint32_t place) { return m_table.at(place).info == owners.front(); });
            m_sharedSets[list] = m_table.at(*soleOwnerSet).soleOwnerSet;
        } else if (!owners.empty()) {
            std::sort(owners.begin(), owners.end(),
                      [](const ProcessPtr& a, const ProcessPtr& b) { return a->id < b->id; });
            const auto old = before.find(owners);
            auto set = old != before.end() ? old->second : std::make_shared<const OwnerSet>(owners);
            m_sharedSets[list] = m_interned.try_emplace(std::move(owners), set).first->second;
        }
    }
}

void OwnerIndex::noteAccess()
{
    const auto isHidden = [](const IndexedProcess& process) {
        return process.access == FdScanResult::Hidden || process.access == FdScanResult::NoneLeft ||
               process.areThreadsHidden;
    };
    m_sawEveryProcess = m_visibility == ProcVisibility::EveryProcess &&
                        !m_table.isListTooExpensive() &&
                        std::none_of(m_table.slots().begin(), m_table.slots().end(), isHidden);
    m_lackedDescriptors = m_table.isListTooExpensive() ||
                          std::any_of(m_table.slots().begin(), m_table.slots().end(),
                                      [](const IndexedProcess& process) {
                                          return process.access == FdScanResult::NoneLeft;
                                      });
    std::vector<HiddenProcess> hidden;
    for (const IndexedProcess& process : m_table.slots()) {
        if (process.hidden) {
            hidden.push_back(*process.hidden);
        }
    }
    m_hiddenHolders = HiddenHolders(std::move(hidden), m_visibility == ProcVisibility::OwnUser);
}

bool OwnerIndex::isAnyUnreadable() const noexcept
{
    return std::any_of(
        m_table.slots().begin(), m_table.slots().end(), [](const IndexedProcess& process) {
            return process.access == FdScanResult::Hidden || process.areThreadsHidden;
        });
}

bool OwnerIndex::isOwnUnreadable() const noexcept
{
    return std::any_of(m_table.slots().begin(), m_table.slots().end(),
                       [](const IndexedProcess& process) {
                           return process.access == FdScanResult::Hidden && process.hidden &&
                                  process.hidden->isOwn;
                       });
}

bool OwnerIndex::isSandboxed() const noexcept
{
    return std::any_of(m_table.slots().begin(), m_table.slots().end(),
                       [](const IndexedProcess& process) { return process.isSandboxed; });
}

std::size_t OwnerIndex::longPathCount() const noexcept
{
    const auto count = std::count_if(
        m_table.slots().begin(), m_table.slots().end(), [](const IndexedProcess& process) {
            return process.ownsListedSocket && process.info && process.info->isExePathTooLong;
        });
    return static_cast<std::size_t>(count);
}

}  // namespace quaywatch::linux_backend
