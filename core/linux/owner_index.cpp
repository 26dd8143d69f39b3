// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owner_index.h"

#include "core/linux/namespace_inode.h"
#include "core/linux/parallel.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

// Below these a thread costs more than it brings.
constexpr std::size_t kScansWorthAThread = 32;
constexpr std::size_t kInfosWorthAThread = 16;

// A program is often seen between fork and exec; two looks more catch what it really is.
constexpr unsigned kEarlyLooks = 3;
constexpr std::size_t kRefreshesPerRound = 32;
// A process that opened a socket this many rounds ago is likely to be the one that did again.
constexpr unsigned kLatelyRounds = 10;
// A process that forks away from its socket all the time is not followed for ever.
constexpr unsigned kLooksForTheUnheld = 3;

}  // namespace

OwnerIndex::OwnerIndex(UniqueFd proc, const std::shared_ptr<UserNames>& users)
    : m_proc(std::move(proc))
    , m_sight(sightOf(m_proc.get()))
    , m_ownNamespace(ownNetworkNamespace().value_or(0))
{
    for (std::size_t i = 0; i < parallelWorkers(); ++i) {
        m_readers.push_back(std::make_unique<ProcessReader>(users));
    }
}

void OwnerIndex::walkAhead(const std::atomic<bool>& isTableRead)
{
    if (!beginRound()) {
        return;  // update() tries again, and tells
    }
    m_hasBegun = true;
    for (Process& process : m_processes) {
        if (isTableRead) {
            return;
        }
        if (process.needsScan) {
            process.wasScannedAhead = true;
            if (scan(process)) {
                m_isMapStale = true;
            }
        }
    }
}

Result<void> OwnerIndex::update(std::span<const std::uint32_t> inodes)
{
    if (!std::exchange(m_hasBegun, false)) {
        if (const Result<void> begun = beginRound(); !begun) {
            return begun;
        }
    }
    const bool isAnyNew = hasUnknown(inodes);
    if (isAnyNew && m_lastFullWalk != m_round) {
        markLikelyOwners(inodes);
    }
    scanMarked();
    if (isAnyNew) {
        if (const Result<void> looked = lookAgain(inodes); !looked) {
            return looked;
        }
    }
    if (isAnyNew || m_areSetsStale) {
        markOwnersOfListed(inodes);
    }
    readInfos();
    if (scanMarked()) {  // what turned out to be another program than it was
        markOwnersOfListed(inodes);
        readInfos();
    }
    if (isAnyNew || m_areSetsStale) {
        buildOwnerSets(inodes);
    }
    noteAccess();
    return {};
}

/// For sockets without a known holder: one passed on to a process not thought of, one younger than
/// the look ahead into its process, one that a process left to a child of its own.
Result<void> OwnerIndex::lookAgain(std::span<const std::uint32_t> inodes)
{
    for (unsigned look = 0; hasUnheld(inodes) && look < kLooksForTheUnheld; ++look) {
        if (const Result<void> followed = followProcesses(); !followed) {
            return followed;
        }
        if (look == 0) {
            const bool isFullWalk = m_lastFullWalk == m_round;
            for (Process& process : m_processes) {
                process.needsScan = process.needsScan || process.wasScannedAhead || !isFullWalk;
            }
            m_lastFullWalk = m_round;
        }
        if (!scanMarked()) {
            break;
        }
    }
    return {};
}

const std::shared_ptr<const OwnerSet>& OwnerIndex::ownersOf(std::uint32_t inode) const noexcept
{
    static const std::shared_ptr<const OwnerSet> kNone;
    const auto number = m_setNumbers.find(inode);
    return number ? m_sets[*number] : kNone;
}

std::map<std::uint64_t, std::uint32_t> OwnerIndex::foreignNamespaces() const
{
    std::map<std::uint64_t, std::uint32_t> found;
    for (const Process& process : m_processes) {
        if (process.networkNamespace != 0 && process.networkNamespace != m_ownNamespace) {
            found.try_emplace(process.networkNamespace, process.pid);
        }
    }
    return found;
}

Result<void> OwnerIndex::beginRound()
{
    ++m_round;
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

/// Takes up new processes and drops those that ended: then the holders are numbered anew.
Result<void> OwnerIndex::followProcesses()
{
    Result<std::vector<std::uint32_t>> pids = listProcesses(m_proc.get());
    if (!pids) {
        return tl::unexpected(pids.error());
    }
    std::vector<Process> now;
    now.reserve(pids->size());
    auto known = m_processes.begin();
    for (const std::uint32_t pid : *pids) {
        for (; known != m_processes.end() && known->pid < pid; ++known) {
            m_isMapStale = true;
        }
        if (known != m_processes.end() && known->pid == pid) {
            now.push_back(std::move(*known++));
        } else {
            Process& fresh = now.emplace_back();
            fresh.pid = pid;
            fresh.firstRound = m_round;
            m_isMapStale = true;
        }
        // Seen between fork and exec it held what exec closes.
        Process& process = now.back();
        process.needsScan = process.needsScan ||
                            (process.firstRound > 1 && m_round - process.firstRound < kEarlyLooks);
    }
    m_isMapStale = m_isMapStale || known != m_processes.end();
    m_processes = std::move(now);
    return {};
}

/// Whether a socket that was not looked for before has no holder.
bool OwnerIndex::hasUnheld(std::span<const std::uint32_t> inodes) const noexcept
{
    return std::any_of(inodes.begin(), inodes.end(), [&](std::uint32_t inode) {
        return !m_setNumbers.find(inode) && !m_holderHeads.find(inode);
    });
}

bool OwnerIndex::hasUnknown(std::span<const std::uint32_t> inodes) const noexcept
{
    return std::any_of(inodes.begin(), inodes.end(),
                       [&](std::uint32_t inode) { return !m_setNumbers.find(inode); });
}

/// A new socket mostly belongs to a process that just lost one or that opened one lately.
void OwnerIndex::markLikelyOwners(std::span<const std::uint32_t> inodes)
{
    InodeMap listed;
    listed.reset(inodes.size());
    for (const std::uint32_t inode : inodes) {
        listed.insert(inode, 0);
    }
    for (Process& process : m_processes) {
        if (!process.ownsListedSocket) {
            continue;
        }
        const auto wentAway = [&](std::uint32_t inode) {
            return m_setNumbers.find(inode) && !listed.find(inode);
        };
        process.needsScan = process.needsScan ||
                            (process.lastNewSocketRound != 0 &&
                             m_round - process.lastNewSocketRound <= kLatelyRounds) ||
                            std::any_of(process.inodes.begin(), process.inodes.end(), wentAway);
    }
}

void OwnerIndex::markAll()
{
    m_lastFullWalk = m_round;
    for (Process& process : m_processes) {
        process.needsScan = true;
    }
}

/// @return Whether the process' sockets are not what they were.
bool OwnerIndex::scan(Process& process) const
{
    std::vector<std::uint32_t> inodes;
    process.access = scanSocketInodes(m_proc.get(), process.pid, inodes);
    std::sort(inodes.begin(), inodes.end());
    inodes.erase(std::unique(inodes.begin(), inodes.end()), inodes.end());
    process.needsScan = false;
    if (inodes == process.inodes) {
        return false;
    }
    // At first sight every socket is new, and tells nothing.
    if (process.firstRound != m_round &&
        !std::includes(process.inodes.begin(), process.inodes.end(), inodes.begin(),
                       inodes.end())) {
        process.lastNewSocketRound = m_round;
    }
    process.inodes = std::move(inodes);
    process.infoReads = 0;  // it is active, or its number is another's now: look again
    process.networkNamespace = 0;
    return true;
}

/// Looks into the marked processes, and maps all anew if anything is not what it was.
/// @return Whether it was mapped anew.
bool OwnerIndex::scanMarked()
{
    std::vector<Process*> marked;
    for (Process& process : m_processes) {
        if (process.needsScan) {
            marked.push_back(&process);
        }
    }
    std::atomic<bool> hasMoved{m_isMapStale};
    forEachInParallel(marked.size(), kScansWorthAThread, [&](std::size_t, std::size_t index) {
        if (scan(*marked[index])) {
            hasMoved = true;
        }
    });
    if (hasMoved) {
        mapProcesses();
    }
    return hasMoved;
}

void OwnerIndex::mapProcesses()
{
    m_isMapStale = false;
    m_areSetsStale = true;
    std::size_t count = 0;
    for (const Process& process : m_processes) {
        count += process.inodes.size();
    }
    m_holderHeads.reset(count);
    m_holders.assign(1, Holder{});
    m_holders.reserve(count + 1);
    // From behind, so that chains run in ascending order of pid.
    for (std::size_t i = m_processes.size(); i-- > 0;) {
        for (const std::uint32_t inode : m_processes[i].inodes) {
            std::uint32_t& head = m_holderHeads.insert(inode, 0);
            m_holders.push_back({static_cast<std::uint32_t>(i), head});
            head = static_cast<std::uint32_t>(m_holders.size() - 1);
        }
    }
}

void OwnerIndex::markOwnersOfListed(std::span<const std::uint32_t> inodes)
{
    for (Process& process : m_processes) {
        process.ownsListedSocket = false;
    }
    for (const std::uint32_t inode : inodes) {
        for (std::uint32_t at = m_holderHeads.find(inode).value_or(0); at != 0;
             at = m_holders[at].next) {
            m_processes[m_holders[at].process].ownsListedSocket = true;
        }
    }
}

/// Reads what is not known of the owners, and a few known ones again: a process may have changed
/// its program (exec) or its user.
void OwnerIndex::readInfos()
{
    std::vector<Process*> wanted;
    std::vector<Process*> owners;
    for (Process& process : m_processes) {
        if (!process.ownsListedSocket) {
            if (process.networkNamespace == 0 && !process.inodes.empty()) {
                process.networkNamespace =
                    networkNamespaceOf(m_proc.get(), process.pid).value_or(m_ownNamespace);
            }
            continue;
        }
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
            return;  // gone: the next update drops it
        }
        // Another program, or another process of that number: exec closes descriptors.
        process.needsScan = process.info != nullptr;
        process.info = std::move(info);
        hasMoved = true;
    });
    m_areSetsStale = m_areSetsStale || hasMoved;
}

void OwnerIndex::buildOwnerSets(std::span<const std::uint32_t> inodes)
{
    m_areSetsStale = false;
    m_setNumbers.reset(inodes.size());
    m_sets.assign(1, nullptr);
    std::map<OwnerSet, std::shared_ptr<const OwnerSet>> before = std::move(m_interned);
    m_interned.clear();
    // Most sockets are held by one process alone: one set each, found without a search.
    std::vector<std::uint32_t> setOfProcess(m_processes.size(), 0);
    const auto intern = [&](OwnerSet owners) {
        const auto old = before.find(owners);
        auto set =
            old != before.end() ? old->second : std::make_shared<const OwnerSet>(std::move(owners));
        m_sets.push_back(m_interned.try_emplace(*set, set).first->second);
        return static_cast<std::uint32_t>(m_sets.size() - 1);
    };
    for (const std::uint32_t inode : inodes) {
        std::uint32_t& number = m_setNumbers.insert(inode, 0);
        const std::uint32_t first = m_holderHeads.find(inode).value_or(0);
        if (first == 0) {
            continue;
        }
        const std::uint32_t process = m_holders[first].process;
        if (m_holders[first].next == 0 && setOfProcess[process] != 0) {
            number = setOfProcess[process];
            continue;
        }
        OwnerSet owners;
        for (std::uint32_t at = first; at != 0; at = m_holders[at].next) {
            if (const ProcessPtr& info = m_processes[m_holders[at].process].info) {
                owners.push_back(info);
            }
        }
        number = owners.empty() ? 0 : intern(std::move(owners));
        if (m_holders[first].next == 0) {
            setOfProcess[process] = number;
        }
    }
}

void OwnerIndex::noteAccess()
{
    m_sawEveryProcess =
        m_sight == ProcSight::EveryProcess &&
        std::none_of(m_processes.begin(), m_processes.end(),
                     [](const Process& process) { return process.access == FdScan::Hidden; });
}

}  // namespace quaywatch::linux_backend
