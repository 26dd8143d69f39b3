// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/indexed_process.h"
#include "core/linux/owners/inode_owner_map.h"
#include "core/linux/owners/proc_scan.h"
#include "core/linux/procfs/process_reader.h"
#include "core/linux/system/unique_fd.h"
#include "core/sockets/socket_record.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {

/// Which processes hold which sockets, kept from poll to poll.
///
/// The first update walks /proc/PID/fd of every process. Later ones list /proc, look into every
/// process that is new, and search only for sockets without a known owner: at the descriptors
/// whose sockets went away and at the lowest free ones (which a process gets next), then in
/// processes whose number of descriptors changed or that opened a socket lately, then everywhere.
///
/// What that guarantees: while every process may be read, a socket has an owner in the poll that
/// first shows it. One that is passed on, or inherited by a process that is known already, leaves
/// no trace: its further owners are seen within kFullWalkEvery updates. Where some processes may
/// not be read most sockets without an owner are theirs: once "everywhere" found none it comes only
/// every kFutileScanInterval updates, and a socket may be without its owner until then.
///
/// What no process has in the descriptor table of its first thread may be in the table of another
/// thread, or in an io_uring. That is looked for with searchThroughout() alone.
///
/// Belongs to one thread at a time; uses threads of its own within update().
class OwnerIndex {
public:
    OwnerIndex(UniqueFd proc, const std::shared_ptr<UserNames>& users);

    /// Begins the next update while the socket table is still being read: lists the processes, and
    /// looks into those that have to be looked into anyway until `isTableRead`. May run on another
    /// thread than update(), but not at the same time. Without it update() does everything.
    void walkAhead(const std::atomic<bool>& isTableRead);

    /// Brings the index up to date.
    ///
    /// A socket that nobody was seen to hold is looked for once more in what walkAhead() saw before
    /// the table was read, and in processes that were born meanwhile.
    ///
    /// @param inodes  Every socket inode of the table, without 0, in any order.
    [[nodiscard]] Result<void> update(std::span<const std::uint32_t> inodes);

    /// The processes that hold the socket; null if none is known.
    [[nodiscard]] const std::shared_ptr<const OwnerSet>& ownersOf(
        std::uint32_t inode) const noexcept;

    /// Whether the descriptors of every process could be read.
    [[nodiscard]] bool sawEveryProcess() const noexcept { return m_sawEveryProcess; }
    /// Whether this program had no descriptor left to read those of a process (ulimit -n).
    [[nodiscard]] bool lackedDescriptors() const noexcept { return m_lackedDescriptors; }

    /// Whether a process may not be looked into; whether one of them is this user's.
    [[nodiscard]] bool isAnyUnreadable() const noexcept;
    [[nodiscard]] bool isOwnUnreadable() const noexcept;

    /// How many owners run a program whose path is too long to be read.
    [[nodiscard]] std::size_t longPathCount() const noexcept;

    enum class Unheld : std::uint8_t {
        No,      ///< A holder is known, or the socket was in no update.
        New,     ///< Looked for in vain in the last update(): it may have been closed meanwhile.
        Listed,  ///< Looked for in vain before, and still listed: it does exist.
        Throughout,  ///< Looked for in vain by searchThroughout() as well.
    };
    [[nodiscard]] Unheld unheld(std::uint32_t inode) const noexcept;
    /// The sockets of the last update() that had no holder at its end, by their places in what it
    /// was given.
    [[nodiscard]] const std::vector<std::size_t>& unheldPlaces() const noexcept
    {
        return m_unheldPlaces;
    }
    /// Whether no process holds the socket by a descriptor: every process and thread was looked
    /// into.
    [[nodiscard]] bool isHeldByNobody(std::uint32_t inode) const noexcept
    {
        return m_sawEveryProcess && m_holders.find(inode).isNobodyAtAll();
    }

    using Clock = std::chrono::steady_clock;
    /// Looks for sockets that exist and that no process' table has, in the tables of single threads
    /// and in io_urings; after update(). Costs a system call a thread.
    /// @param table  As for update().
    void searchThroughout(std::span<const std::uint32_t> inodes,
                          std::span<const std::uint32_t> table, Clock::time_point now);
    /// Whether it makes sense to look again for what was looked for throughout in vain: a process
    /// or thread appeared since, and a minute went by.
    [[nodiscard]] bool isSearchDue(Clock::time_point now);
    /// Whether the last search throughout is a minute ago.
    [[nodiscard]] bool isSearchOld(Clock::time_point now) const noexcept
    {
        return now - m_searchedAt >= kSearchEvery;
    }

    [[nodiscard]] ProcVisibility sight() const noexcept { return m_sight; }

    /// The network namespaces other than ours that readable processes are in, each with the lowest
    /// pid in it.
    [[nodiscard]] std::map<std::uint64_t, std::uint32_t> foreignNamespaces() const;

    static constexpr unsigned kFullWalkEvery = 30;
    static constexpr unsigned kFutileScanInterval = 10;
    static constexpr std::chrono::minutes kSearchEvery{1};

private:
    using Process = IndexedProcess;
    using Probe = DescriptorProbe;
    using Inodes = std::vector<std::uint32_t>;

    [[nodiscard]] Result<void> beginRound();
    [[nodiscard]] Result<void> followProcesses();
    void take(Process& process, const ListedProcess& listed);
    void forget(std::uint32_t place);
    void markAll();

    [[nodiscard]] Inodes listSockets(std::span<const std::uint32_t> inodes);
    [[nodiscard]] Result<void> search(Inodes unheld);
    [[nodiscard]] bool wouldFullScanFindNothing() const noexcept;
    void dropHeld(Inodes& inodes) const;
    void probeClosedFds();
    void probeNextFds();
    void run(std::vector<Probe>& probes);
    void look(Probe& probe) const;
    void takeOver(const Probe& probe);
    void markByDescriptorCount();
    void markRecentlyActive();
    [[nodiscard]] Result<void> lookEverywhere(Inodes& unheld);

    [[nodiscard]] HiddenSockets searchProcess(Process& process) const;
    void takeOver(std::uint32_t place, HiddenSockets found);
    void addHidden(Process& process, DescriptorTable& found) const;
    [[nodiscard]] bool hasThreadAppeared() const;
    [[nodiscard]] bool isOwn(std::uint32_t pid) const;
    [[nodiscard]] std::uint64_t threadLinksOf(std::uint32_t pid) const;

    [[nodiscard]] DescriptorTable scan(Process& process) const;
    void scanMarked();
    void takeOver(std::uint32_t place, DescriptorTable found);
    void lose(std::uint32_t inode, std::uint32_t place);
    void settleLosses(bool isRoundOver);

    void noteListedOwners(std::span<const std::uint32_t> inodes);
    void settle(std::span<const std::uint32_t> all, std::span<const std::uint32_t> changed);
    void readInfos();
    void refreshSets();
    void noteAccess();

    UniqueFd m_proc;
    std::vector<std::unique_ptr<ProcessReader>> m_readers;  ///< One per worker thread.
    std::vector<Process> m_processes;                       ///< In no order, with free places.
    std::vector<std::uint32_t> m_byPid;                     ///< Places, ascending by pid.
    std::vector<std::uint32_t> m_freePlaces;
    InodeOwnerMap m_holders;  ///< Its processes are places in m_processes.
    /// Sockets of this round's table that were closed since it was read, with their last holder:
    /// in this round they are still its own, and nobody else's.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_losses;
    unsigned m_round = 0;
    unsigned m_lastFullWalk = 0;
    bool m_wasWalkVain = false;            ///< The last search everywhere found nothing.
    bool m_hasBegun = false;               ///< walkAhead() began the round that update() is to end.
    bool m_areSetsStale = false;           ///< Infos or holders are not what the sets were made of.
    std::size_t m_nextRefresh = 0;         ///< Where the rotation of re-reading infos stands.
    bool m_areDescriptorsCounted = false;  ///< By the kernel.
    ProcVisibility m_sight = ProcVisibility::EveryProcess;
    bool m_sawEveryProcess = false;
    bool m_lackedDescriptors = false;
    TableComparer m_comparer;
    Inodes m_newlyUnheld;  ///< Of this round, ascending.
    std::vector<std::size_t> m_unheldPlaces;
    /// The last search throughout, or the last look whether another one is due.
    Clock::time_point m_searchedAt;
    unsigned m_lastBirthRound = 0;  ///< When a process appeared.
    unsigned m_searchedRound = 0;
    std::uint64_t m_ownNamespace = 0;

    std::vector<std::shared_ptr<const OwnerSet>> m_sharedSets;  ///< By list of m_holders.
    std::map<OwnerSet, std::shared_ptr<const OwnerSet>> m_interned;
};

}  // namespace quaywatch::linux_backend
