// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/owners/indexed_process.h"
#include "core/linux/owners/inode_owner_map.h"
#include "core/linux/owners/proc_scan.h"
#include "core/linux/system/unique_fd.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace quaywatch::linux_backend {

/// The processes of /proc and the sockets that each holds, kept from round to round. A round is one
/// update of OwnerIndex.
///
/// A process has an index, its place, as long as it runs. `holders()` maps each socket inode to
/// such places.
///
/// Use it from one thread at a time; scanMarked() uses threads of its own.
class ProcessTable {
public:
    /// @param proc  A directory descriptor of /proc.
    explicit ProcessTable(UniqueFd proc);

    /// Begins the next round: lists the processes, and marks all of them for a scan if a full walk
    /// is due.
    [[nodiscard]] Result<void> beginRound();
    /// Adds new processes and removes those that have ended.
    [[nodiscard]] Result<void> followProcesses();

    /// Marks all processes for a scan.
    void markAll();
    /// Scans the marked processes.
    void scanMarked();
    /// Scans one process.
    void scanNow(std::uint32_t place);
    /// Replaces the sockets of the process with those that a scan found, which are in ascending
    /// order.
    void replaceSockets(std::uint32_t place, DescriptorTable found);
    /// Removes the holders that were lost in this round from sockets that have another one.
    void settleLosses() { settleLosses(/*isRoundOver=*/false); }

    /// Whether this program had no descriptor left to list the processes.
    [[nodiscard]] bool isListTooExpensive() const noexcept { return m_isListTooExpensive; }

    [[nodiscard]] int procFd() const noexcept { return m_proc.get(); }
    /// Counts from 1.
    [[nodiscard]] unsigned round() const noexcept { return m_round; }
    /// The last round in which all processes were scanned.
    [[nodiscard]] unsigned lastFullWalk() const noexcept { return m_lastFullWalk; }
    [[nodiscard]] bool isFullWalk() const noexcept { return m_lastFullWalk == m_round; }
    /// Notes that all processes are scanned in this round.
    void noteFullWalk() noexcept { m_lastFullWalk = m_round; }
    /// The last round in which a process appeared.
    [[nodiscard]] unsigned lastBirthRound() const noexcept { return m_lastBirthRound; }

    /// The places of the processes, ascending by pid.
    [[nodiscard]] std::span<const std::uint32_t> places() const noexcept { return m_byPid; }
    [[nodiscard]] IndexedProcess& at(std::uint32_t place) noexcept { return m_processes[place]; }
    [[nodiscard]] const IndexedProcess& at(std::uint32_t place) const noexcept
    {
        return m_processes[place];
    }
    /// All processes in the order of their places, with free slots.
    [[nodiscard]] std::span<const IndexedProcess> slots() const noexcept { return m_processes; }

    [[nodiscard]] InodeOwnerMap& holders() noexcept { return m_holders; }
    [[nodiscard]] const InodeOwnerMap& holders() const noexcept { return m_holders; }

    /// Whether infos or holders have changed since clearChanged().
    [[nodiscard]] bool hasChanged() const noexcept { return m_hasChanged; }
    void setChanged() noexcept { m_hasChanged = true; }
    void clearChanged() noexcept { m_hasChanged = false; }

    static constexpr unsigned kFullWalkEvery = 30;
    /// Programs are often first seen between fork() and exec(); two more reads notice the exec().
    static constexpr unsigned kEarlyReads = 3;

private:
    void noteListed(IndexedProcess& process, const ListedProcess& listed);
    void forget(std::uint32_t place);
    [[nodiscard]] DescriptorTable scan(IndexedProcess& process) const;
    void addHidden(IndexedProcess& process, DescriptorTable& found) const;
    [[nodiscard]] HiddenProcess factsOf(std::uint32_t pid) const;
    void lose(std::uint32_t inode, std::uint32_t place);
    void settleLosses(bool isRoundOver);

    UniqueFd m_proc;
    std::vector<IndexedProcess> m_processes;  ///< Unordered, with free slots.
    std::vector<std::uint32_t> m_byPid;       ///< Indexes, ascending by pid.
    std::vector<std::uint32_t> m_freePlaces;
    InodeOwnerMap m_holders;  ///< Its processes are indexes into m_processes.
    /// Sockets of this round's table that were closed since it was read, each with its last holder,
    /// which remains their owner until the end of the round.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_losses;
    unsigned m_round = 0;
    unsigned m_lastFullWalk = 0;
    unsigned m_lastBirthRound = 0;
    bool m_hasChanged = false;
    bool m_areDescriptorsCounted = false;  ///< The kernel counts them.
    bool m_isListTooExpensive = false;
    std::uint32_t m_ownPid = 0;  ///< Of this program, as /proc has it.
};

}  // namespace quaywatch::linux_backend
