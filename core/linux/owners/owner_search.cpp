// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The part of OwnerIndex that searches for the holders of new sockets: first where they are likely
/// and a check is cheap, finally in all processes.

#include "core/linux/owners/owner_index.h"
#include "core/linux/system/parallel.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kProbesWorthAThread = 128;
// A process that opened a socket at most this many rounds ago is likely to have opened another one.
constexpr unsigned kLatelyRounds = 10;
// A process could pass its socket on to a new child again and again. The search ends after this
// many scans.
constexpr unsigned kLooksForTheUnheld = 3;
// If more of its sockets are closed, a scan of the whole table is cheaper.
constexpr std::size_t kMaxProbesOfAProcess = 256;
// A new descriptor gets the lowest free number. One more is checked, since the lowest one may be
// about to be used.
constexpr std::size_t kMisses = 2;

}  // namespace

/// Marks the sockets of the table in the map.
/// @return The sockets that were not searched for before, or whose holder has ended.
OwnerIndex::Inodes OwnerIndex::listSockets(std::span<const std::uint32_t> inodes)
{
    Inodes unknown;
    m_newlyUnheld.clear();
    m_unheldPlaces.clear();
    for (std::size_t place = 0; place < inodes.size(); ++place) {
        const InodeOwnerMap::Holder holder = m_holders.list(inodes[place], m_round);
        if (!holder.isKnown()) {
            unknown.push_back(inodes[place]);
        }
        if (holder.isNobody()) {
            m_unheldPlaces.push_back(place);
        }
    }
    return unknown;
}

Result<void> OwnerIndex::search(Inodes unheld)
{
    const bool isFullWalk = m_lastFullWalk == m_round;
    dropHeld(unheld);
    if (!isFullWalk && !unheld.empty()) {
        probeClosedFds();
        dropHeld(unheld);
    }
    if (!isFullWalk && !unheld.empty()) {
        probeNextFds();
        dropHeld(unheld);
    }
    if (!isFullWalk && !unheld.empty()) {
        markByDescriptorCount();
        scanMarked();
        dropHeld(unheld);
    }
    if (!isFullWalk && !unheld.empty()) {
        markRecentlyActive();
        scanMarked();
        dropHeld(unheld);
    }
    if (!unheld.empty() && (isFullWalk || !wouldFullScanFindNothing())) {
        const std::size_t before = unheld.size();
        if (Result<void> looked = lookEverywhere(unheld); !looked) {
            return looked;
        }
        m_wasWalkVain = unheld.size() == before;
    }
    for (const std::uint32_t inode : unheld) {
        m_holders.markUnowned(inode);
    }
    m_newlyUnheld = std::move(unheld);
    std::sort(m_newlyUnheld.begin(), m_newlyUnheld.end());
    return {};
}

/// If some processes may not be read, most sockets without an owner belong to them.
bool OwnerIndex::wouldFullScanFindNothing() const noexcept
{
    return !m_sawEveryProcess && m_wasWalkVain && m_round - m_lastFullWalk < kFutileScanInterval;
}

void OwnerIndex::dropHeld(Inodes& inodes) const
{
    inodes.erase(
        std::remove_if(inodes.begin(), inodes.end(),
                       [this](std::uint32_t inode) { return !m_holders.find(inode).isNobody(); }),
        inodes.end());
}

/// Checks the descriptors of sockets that are no longer listed, and the lowest free descriptors of
/// the same processes.
void OwnerIndex::probeClosedFds()
{
    std::vector<Probe> probes;
    std::vector<std::size_t> probeOf(m_processes.size(), 0);
    m_holders.forEachGone(m_round, [&](std::uint32_t inode, std::uint32_t place) {
        Process& process = m_processes[place];
        const auto held =
            std::lower_bound(process.sockets.begin(), process.sockets.end(), SocketFd{inode, 0});
        if (held == process.sockets.end() || held->inode != inode) {
            return;
        }
        if (probeOf[place] == 0) {
            probes.push_back({.place = place});
            probeOf[place] = probes.size();
        }
        Probe& probe = probes[probeOf[place] - 1];
        probe.gone.push_back(*held);
        process.needsScan = process.needsScan || held->descriptor == kThreadOnlyFd ||
                            probe.gone.size() > kMaxProbesOfAProcess;
    });
    probes.erase(
        std::remove_if(probes.begin(), probes.end(),
                       [this](const Probe& probe) { return m_processes[probe.place].needsScan; }),
        probes.end());
    run(probes);
    scanMarked();
}

/// Checks the lowest free descriptors of each process, which it uses next.
void OwnerIndex::probeNextFds()
{
    std::vector<Probe> probes;
    for (const std::uint32_t place : m_byPid) {
        Process& process = m_processes[place];
        // Descriptors that this program opened for its own scan hide which ones are free.
        if (process.pid == static_cast<std::uint32_t>(getpid())) {
            process.needsScan = true;
        } else if (!process.free.empty()) {
            probes.push_back({.place = place});
        }
    }
    run(probes);
    scanMarked();
}

void OwnerIndex::run(std::vector<Probe>& probes)
{
    forEachInParallel(probes.size(), kProbesWorthAThread,
                      [&](std::size_t, std::size_t i) { look(probes[i]); });
    for (const Probe& probe : probes) {
        takeOver(probe);
    }
}

void OwnerIndex::look(Probe& probe) const
{
    // Only this thread accesses this process.
    const Process& process = m_processes[probe.place];
    std::vector<std::uint32_t>& free = probe.free;
    free = process.free;
    for (const SocketFd& gone : probe.gone) {
        const FdInfo look = inspectFd(m_proc.get(), process.pid, gone.descriptor);
        if (look.kind == Descriptor::Hidden) {
            probe.isRefused = true;
        } else if (look.kind == Descriptor::Socket && look.inode == gone.inode) {
            probe.unlisted.push_back(gone.inode);
            continue;
        } else if (look.kind == Descriptor::Socket) {
            probe.opened.push_back({look.inode, gone.descriptor});
        } else if (look.kind == Descriptor::Closed) {
            free.insert(std::lower_bound(free.begin(), free.end(), gone.descriptor),
                        gone.descriptor);
        }
        probe.closed.push_back(gone.inode);
    }
    std::size_t misses = 0;
    for (std::size_t i = 0; i < free.size() && misses < kMisses; ++i) {
        const FdInfo look = inspectFd(m_proc.get(), process.pid, free[i]);
        if (look.kind == Descriptor::Closed || look.kind == Descriptor::Hidden) {
            ++misses;
            continue;
        }
        if (look.kind == Descriptor::Socket) {
            probe.opened.push_back({look.inode, free[i]});
        }
        // After the highest one, the table grows.
        if (i + 1 == free.size() && i < kMaxProbesOfAProcess) {
            free.push_back(free[i] + 1);
        }
        free[i] = kThreadOnlyFd;
    }
    free.erase(std::remove(free.begin(), free.end(), kThreadOnlyFd), free.end());
    free.resize(std::min(free.size(), kFreeDescriptorsKept));
}

void OwnerIndex::takeOver(const Probe& probe)
{
    Process& process = m_processes[probe.place];
    const auto at = [&](std::uint32_t inode) {
        return std::lower_bound(process.sockets.begin(), process.sockets.end(), SocketFd{inode, 0});
    };
    process.free = probe.free;
    if (probe.isRefused) {
        process.needsScan = true;
        return;
    }
    for (const std::uint32_t inode : probe.unlisted) {
        m_holders.forgetListing(inode);
    }
    for (const std::uint32_t inode : probe.closed) {
        process.sockets.erase(at(inode));
        m_holders.remove(inode, probe.place);
    }
    for (const SocketFd& socket : probe.opened) {
        const auto next = at(socket.inode);
        if (next == process.sockets.end() || next->inode != socket.inode) {
            process.sockets.insert(next, socket);
            m_holders.add(socket.inode, probe.place);
            process.lastNewSocketRound = m_round;
            m_areSetsStale = m_areSetsStale || m_holders.find(socket.inode).isShared();
        }
    }
}

/// A process that opened a descriptor and closed none has one more.
void OwnerIndex::markByDescriptorCount()
{
    for (const std::uint32_t place : m_byPid) {
        Process& process = m_processes[place];
        if (process.access != FdScanResult::Read || process.descriptorCount == 0) {
            continue;
        }
        const auto count = countDescriptors(m_proc.get(), process.pid);
        process.needsScan = process.needsScan || (count && *count != process.descriptorCount);
    }
}

void OwnerIndex::markRecentlyActive()
{
    for (const std::uint32_t place : m_byPid) {
        Process& process = m_processes[place];
        process.needsScan =
            process.needsScan || (process.lastNewSocketRound != 0 &&
                                  m_round - process.lastNewSocketRound <= kLatelyRounds);
    }
}

/// Finds sockets that were passed to an unexpected process, that were opened after walkAhead() had
/// scanned their process, or that a process left to its child.
Result<void> OwnerIndex::lookEverywhere(Inodes& unheld)
{
    for (unsigned look = 0; !unheld.empty() && look < kLooksForTheUnheld; ++look) {
        if (Result<void> followed = followProcesses(); !followed) {
            return followed;
        }
        if (look == 0) {
            const bool isFullWalk = m_lastFullWalk == m_round;
            for (const std::uint32_t place : m_byPid) {
                Process& process = m_processes[place];
                process.needsScan = process.needsScan || process.wasScannedAhead || !isFullWalk;
            }
            m_lastFullWalk = m_round;
        }
        const bool isAnyMarked =
            std::any_of(m_byPid.begin(), m_byPid.end(),
                        [this](std::uint32_t place) { return m_processes[place].needsScan; });
        if (!isAnyMarked) {
            break;
        }
        scanMarked();
        dropHeld(unheld);
    }
    return {};
}

}  // namespace quaywatch::linux_backend
