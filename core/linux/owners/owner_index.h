// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/hidden_holders.h"
#include "core/linux/owners/owner_search.h"
#include "core/linux/owners/proc_scan.h"
#include "core/linux/owners/process_namespaces.h"
#include "core/linux/owners/process_table.h"
#include "core/linux/owners/thorough_search.h"
#include "core/linux/procfs/process_reader.h"
#include "core/linux/system/unique_fd.h"
#include "core/sockets/socket_record.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
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
/// Guarantees: if every process may be read, a socket has an owner in the poll that first lists it,
/// and so has the process that opened it for a child that is new, too. A socket that is passed to,
/// or inherited by, a process that is known already leaves no trace: such further owners are found
/// within kFullWalkEvery updates. If some processes may not be read,
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
    OwnerIndex(const OwnerIndex&) = delete;  // The searches refer to its table.
    OwnerIndex& operator=(const OwnerIndex&) = delete;
    OwnerIndex(OwnerIndex&&) = delete;
    OwnerIndex& operator=(OwnerIndex&&) = delete;
    ~OwnerIndex() = default;

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

    /// Why a socket with these holders may have another one that is hidden; empty if nothing
    /// suggests that: see HiddenHolders.
    [[nodiscard]] std::optional<HiddenBy> hiddenHolderOf(const OwnerSet& owners,
                                                         std::optional<std::uint32_t> creator) const
    {
        return m_hiddenHolders.mayHold(owners, creator);
    }

    /// Whether a process may not be read; whether one of them is this user's.
    [[nodiscard]] bool isAnyUnreadable() const noexcept;
    [[nodiscard]] bool isOwnUnreadable() const noexcept;
    /// Whether something other than the rights of users keeps this program from reading processes,
    /// such as seccomp or Landlock: it may not even read its own, or the error shows it.
    [[nodiscard]] bool isSandboxed() const noexcept;

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
    [[nodiscard]] bool isConfirmedUnowned(std::uint32_t inode) const noexcept
    {
        return m_sawEveryProcess && m_table.holders().find(inode).isConfirmedUnowned();
    }

    using Clock = ThoroughSearch::Clock;
    /// Searches for existing sockets that no process' first thread has: in the tables of single
    /// threads and in io_urings. Call it after update(). Costs a system call per thread.
    /// @param table  As for update().
    void searchThroughout(std::span<const std::uint32_t> inodes,
                          std::span<const std::uint32_t> table, Clock::time_point now);
    /// Whether to repeat a thorough search that found nothing: a process or thread has appeared
    /// since then, and a minute has passed.
    [[nodiscard]] bool isSearchDue(Clock::time_point now) { return m_thoroughSearch.isDue(now); }
    /// Whether the last thorough search was at least a minute ago.
    [[nodiscard]] bool isSearchOld(Clock::time_point now) const noexcept
    {
        return m_thoroughSearch.isOld(now);
    }

    [[nodiscard]] ProcVisibility visibility() const noexcept { return m_visibility; }

    /// See ProcessNamespaces::others().
    [[nodiscard]] std::map<std::uint64_t, std::uint32_t> otherNamespaces() const
    {
        return m_namespaces.others();
    }

    static constexpr unsigned kFullWalkEvery = ProcessTable::kFullWalkEvery;
    static constexpr unsigned kFutileScanInterval = OwnerSearch::kFutileScanInterval;

private:
    using Inodes = OwnerSearch::Inodes;

    [[nodiscard]] Inodes listSockets(std::span<const std::uint32_t> inodes);
    void settle(std::span<const std::uint32_t> all, std::span<const std::uint32_t> changed);
    void noteListedOwners(std::span<const std::uint32_t> inodes);
    void readInfos();
    void markChildrenAfterExec();
    [[nodiscard]] bool isSharedWithAnotherProgram(std::uint32_t inode, std::uint32_t place);
    void markParents();
    [[nodiscard]] IndexedProcess* parentOf(const IndexedProcess& child);
    void refreshSets();
    void noteAccess();

    std::vector<std::unique_ptr<ProcessReader>> m_readers;  ///< One per worker thread.
    ProcessTable m_table;
    OwnerSearch m_search;
    ThoroughSearch m_thoroughSearch;
    ProcessNamespaces m_namespaces;
    bool m_hasBegun = false;        ///< walkAhead() began the round that update() is to end.
    std::size_t m_nextRefresh = 0;  ///< Position in the rotation of re-reading infos.
    ProcVisibility m_visibility = ProcVisibility::EveryProcess;
    bool m_sawEveryProcess = false;
    bool m_lackedDescriptors = false;
    HiddenHolders m_hiddenHolders;
    std::vector<std::uint32_t>
        m_freshPlaces;     ///< Processes whose info was read for the first time.
    Inodes m_newlyUnheld;  ///< Of this round, ascending.
    std::vector<std::size_t> m_unheldPlaces;

    std::vector<std::shared_ptr<const OwnerSet>> m_sharedSets;  ///< By list of the table's holders.
    std::map<OwnerSet, std::shared_ptr<const OwnerSet>> m_interned;
};

}  // namespace quaywatch::linux_backend
