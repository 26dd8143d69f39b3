// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/inode_map.h"
#include "core/linux/proc_scan.h"
#include "core/linux/process_reader.h"
#include "core/linux/unique_fd.h"
#include "core/result.h"
#include "core/socket_record.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <vector>

namespace quaywatch::linux_backend {

/// Which processes hold which sockets, kept from poll to poll.
///
/// The first update walks /proc/PID/fd of every process. Later ones list /proc and look only into
/// processes that are new, that lost a socket, or that opened one lately, and into all of them
/// when a new socket is still without an owner then, and every kFullWalkEvery updates (a socket
/// that was passed on leaves no other trace). A poll in which nothing happened walks nothing.
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

    /// Whether the descriptors of every process could be read: then a socket that nobody holds is
    /// the kernel's.
    [[nodiscard]] bool sawEveryProcess() const noexcept { return m_sawEveryProcess; }

    [[nodiscard]] ProcSight sight() const noexcept { return m_sight; }

    /// The network namespaces other than ours that readable processes are in, each with the lowest
    /// pid in it.
    [[nodiscard]] std::map<std::uint64_t, std::uint32_t> foreignNamespaces() const;

    static constexpr unsigned kFullWalkEvery = 30;

private:
    struct Process {
        std::uint32_t pid = 0;
        FdScan access = FdScan::Read;
        bool needsScan = true;
        bool wasScannedAhead = false;
        bool ownsListedSocket = false;
        unsigned firstRound = 0;
        unsigned infoReads = 0;
        unsigned lastNewSocketRound = 0;     ///< 0 for never.
        std::uint64_t networkNamespace = 0;  ///< Read of processes that own no listed socket.
        std::vector<std::uint32_t> inodes;   ///< Ascending, any kind of socket.
        ProcessPtr info;
    };

    [[nodiscard]] Result<void> beginRound();
    [[nodiscard]] Result<void> followProcesses();
    [[nodiscard]] bool hasUnknown(std::span<const std::uint32_t> inodes) const noexcept;
    [[nodiscard]] bool hasUnheld(std::span<const std::uint32_t> inodes) const noexcept;
    void markLikelyOwners(std::span<const std::uint32_t> inodes);
    void markAll();
    [[nodiscard]] bool scan(Process& process) const;
    bool scanMarked();
    void mapProcesses();
    [[nodiscard]] Result<void> lookAgain(std::span<const std::uint32_t> inodes);
    void markOwnersOfListed(std::span<const std::uint32_t> inodes);
    void readInfos();
    void buildOwnerSets(std::span<const std::uint32_t> inodes);
    void noteAccess();

    UniqueFd m_proc;
    std::vector<std::unique_ptr<ProcessReader>> m_readers;  ///< One per worker thread.
    std::vector<Process> m_processes;                       ///< Ascending by pid.
    unsigned m_round = 0;
    unsigned m_lastFullWalk = 0;
    bool m_hasBegun = false;      ///< walkAhead() began the round that update() is to end.
    bool m_isMapStale = false;    ///< Processes or their sockets are not what the map was made of.
    bool m_areSetsStale = false;  ///< The same of the owner sets.
    std::size_t m_nextRefresh = 0;  ///< Where the rotation of re-reading infos stands.
    ProcSight m_sight = ProcSight::EveryProcess;
    bool m_sawEveryProcess = false;
    std::uint64_t m_ownNamespace = 0;

    /// Inode to the head of a chain of holders.
    struct Holder {
        std::uint32_t process = 0;
        std::uint32_t next = 0;
    };
    InodeMap m_holderHeads;
    std::vector<Holder> m_holders;  ///< Element 0 ends every chain.

    /// Inode of the table to its set; set 0 is the null set: looked for, and not found.
    InodeMap m_setNumbers;
    std::vector<std::shared_ptr<const OwnerSet>> m_sets;
    std::map<OwnerSet, std::shared_ptr<const OwnerSet>> m_interned;
};

}  // namespace quaywatch::linux_backend
