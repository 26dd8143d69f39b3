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

/// The processes that hold each socket, kept from poll to poll.
///
/// The first update walks /proc/PID/fd of every process. Later ones list /proc, read every process
/// that is new, and search only for sockets without a known owner. They check the descriptors of
/// sockets that are no longer listed and the lowest free ones (which a process gets next), then
/// processes whose number of descriptors changed or that opened a socket lately, then all
/// processes.
///
/// Guarantees: if every process may be read, a socket has an owner in the poll that first lists it.
/// A socket that is passed to, or inherited by, a process that is known already leaves no trace:
/// such further owners are found within kFullWalkEvery updates. If some processes may not be read,
/// most sockets without an owner belong to them. Once a search of all processes has found nothing,
/// it is repeated only every kFutileScanInterval updates, and a socket may lack its owner until
/// then.
///
/// A socket that is in the descriptor table of no process' first thread may be in the table of
/// another thread, or in an io_uring. Only searchThroughout() searches there.
///
/// Use it from one thread at a time; update() uses threads of its own.
class OwnerIndex {
public:
    OwnerIndex(UniqueFd proc, const std::shared_ptr<UserNames>& users);

    /// Begins the next update while the socket table is still being read: lists the processes, and
    /// scans those that need it anyway, until `isTableRead` is set. May run on another thread than
    /// update(), but not at the same time. Without this call, update() does everything.
    void walkAhead(const std::atomic<bool>& isTableRead);

    /// Updates the index.
    ///
    /// A socket without a holder is searched for again in the processes that walkAhead() scanned
    /// before the table was read, and in those that started since then.
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

    /// Whether a process may not be read; whether one of them is this user's.
    [[nodiscard]] bool isAnyUnreadable() const noexcept;
    [[nodiscard]] bool isOwnUnreadable() const noexcept;

    /// How many owners run a program whose path is too long to be read.
    [[nodiscard]] std::size_t longPathCount() const noexcept;

    enum class Unheld : std::uint8_t {
        No,          ///< A holder is known, or the socket was in no update.
        New,         ///< Not found in the last update(); it may be closed by now.
        Listed,      ///< Not found before, and still listed: it does exist.
        Throughout,  ///< Not found by searchThroughout() either.
    };
    [[nodiscard]] Unheld unheld(std::uint32_t inode) const noexcept;
    /// The sockets that had no holder at the end of the last update(), as indexes into its
    /// argument.
    [[nodiscard]] const std::vector<std::size_t>& unheldPlaces() const noexcept
    {
        return m_unheldPlaces;
    }
    /// Whether no process holds the socket by a descriptor: every process and thread was searched.
    [[nodiscard]] bool isHeldByNobody(std::uint32_t inode) const noexcept
    {
        return m_sawEveryProcess && m_holders.find(inode).isNobodyAtAll();
    }

    using Clock = std::chrono::steady_clock;
    /// Searches for existing sockets that no process' first thread has: in the tables of single
    /// threads and in io_urings. Call it after update(). Costs a system call per thread.
    /// @param table  As for update().
    void searchThroughout(std::span<const std::uint32_t> inodes,
                          std::span<const std::uint32_t> table, Clock::time_point now);
    /// Whether to repeat a thorough search that found nothing: a process or thread has appeared
    /// since then, and a minute has passed.
    [[nodiscard]] bool isSearchDue(Clock::time_point now);
    /// Whether the last thorough search was at least a minute ago.
    [[nodiscard]] bool isSearchOld(Clock::time_point now) const noexcept
    {
        return now - m_searchedAt >= kSearchEvery;
    }

    [[nodiscard]] ProcVisibility sight() const noexcept { return m_sight; }

    /// The network namespaces of readable processes, without this program's own, each with the
    /// lowest pid in it.
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
    std::vector<Process> m_processes;                       ///< Unordered, with free slots.
    std::vector<std::uint32_t> m_byPid;                     ///< Indexes, ascending by pid.
    std::vector<std::uint32_t> m_freePlaces;
    InodeOwnerMap m_holders;  ///< Its processes are indexes into m_processes.
    /// Sockets of this round's table that were closed since it was read, each with its last holder,
    /// which remains their owner until the end of the round.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_losses;
    unsigned m_round = 0;
    unsigned m_lastFullWalk = 0;
    bool m_wasWalkVain = false;     ///< The last search of all processes found nothing.
    bool m_hasBegun = false;        ///< walkAhead() began the round that update() is to end.
    bool m_areSetsStale = false;    ///< Infos or holders have changed since the sets were made.
    std::size_t m_nextRefresh = 0;  ///< Position in the rotation of re-reading infos.
    bool m_areDescriptorsCounted = false;  ///< The kernel counts them.
    ProcVisibility m_sight = ProcVisibility::EveryProcess;
    bool m_sawEveryProcess = false;
    bool m_lackedDescriptors = false;
    TableComparer m_comparer;
    Inodes m_newlyUnheld;  ///< Of this round, ascending.
    std::vector<std::size_t> m_unheldPlaces;
    /// Time of the last thorough search, or of the last check whether one is due.
    Clock::time_point m_searchedAt;
    unsigned m_lastBirthRound = 0;  ///< The last round in which a process appeared.
    unsigned m_searchedRound = 0;
    std::uint64_t m_ownNamespace = 0;

    std::vector<std::shared_ptr<const OwnerSet>> m_sharedSets;  ///< By list of m_holders.
    std::map<OwnerSet, std::shared_ptr<const OwnerSet>> m_interned;
};

}  // namespace quaywatch::linux_backend
