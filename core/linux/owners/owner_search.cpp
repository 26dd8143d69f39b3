// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_search.h"

#include "core/base/parallel.h"

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
constexpr unsigned kMaxFullScans = 3;
// If more of its sockets are closed, a scan of the whole table is cheaper.
constexpr std::size_t kMaxProbesOfAProcess = 256;
// A new descriptor gets the lowest free number. One more is checked, since the lowest one may be
// about to be used.
constexpr std::size_t kMisses = 2;

}  // namespace

Result<OwnerSearch::Inodes> OwnerSearch::search(Inodes unheld, bool sawEveryProcess)
{
    const bool isFullWalk = m_table.isFullWalk();
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
        m_table.scanMarked();
        dropHeld(unheld);
    }
    if (!isFullWalk && !unheld.empty()) {
        markRecentlyActive();
        m_table.scanMarked();
        dropHeld(unheld);
    }
    if (!unheld.empty() && (isFullWalk || !wouldFullScanFindNothing(sawEveryProcess))) {
        const std::size_t before = unheld.size();
        if (Result<void> scanned = scanAllProcesses(unheld); !scanned) {
            return tl::unexpected(scanned.error());
        }
        m_wasFullScanFutile = unheld.size() == before;
    }
    for (const std::uint32_t inode : unheld) {
        m_table.holders().markUnowned(inode);
    }
    return unheld;
}

/// If some processes may not be read, most sockets without an owner belong to them.
bool OwnerSearch::wouldFullScanFindNothing(bool sawEveryProcess) const noexcept
{
    return !sawEveryProcess && m_wasFullScanFutile &&
           m_table.round() - m_table.lastFullWalk() < kFutileScanInterval;
}

void OwnerSearch::dropHeld(Inodes& inodes) const
{
    inodes.erase(std::remove_if(inodes.begin(), inodes.end(),
                                [this](std::uint32_t inode) {
                                    return !m_table.holders().find(inode).isUnowned();
                                }),
                 inodes.end());
}

/// Checks the descriptors of sockets that are no longer listed, and the lowest free descriptors of
/// the same processes.
void OwnerSearch::probeClosedFds()
{
    std::vector<DescriptorProbe> probes;
    std::vector<std::size_t> probeOf(m_table.slots().size(), 0);
    m_table.holders().forEachGone(m_table.round(), [&](std::uint32_t inode, std::uint32_t place) {
        IndexedProcess& process = m_table.at(place);
        const auto held =
            std::lower_bound(process.sockets.begin(), process.sockets.end(), SocketFd{inode, 0});
        if (held == process.sockets.end() || held->inode != inode) {
            return;
        }
        if (probeOf[place] == 0) {
            probes.push_back({.place = place});
            probeOf[place] = probes.size();
        }
        DescriptorProbe& probe = probes[probeOf[place] - 1];
        probe.gone.push_back(*held);
        process.needsScan = process.needsScan || held->descriptor == kThreadOnlyFd ||
                            probe.gone.size() > kMaxProbesOfAProcess;
    });
    probes.erase(std::remove_if(probes.begin(), probes.end(),
                                [this](const DescriptorProbe& probe) {
                                    return m_table.at(probe.place).needsScan;
                                }),
                 probes.end());
    runProbes(probes);
    m_table.scanMarked();
}

/// Checks the lowest free descriptors of each process, which it uses next.
void OwnerSearch::probeNextFds()
{
    std::vector<DescriptorProbe> probes;
    for (const std::uint32_t place : m_table.places()) {
        IndexedProcess& process = m_table.at(place);
        // Descriptors that this program opened for its own scan hide which ones are free.
        if (process.pid == static_cast<std::uint32_t>(getpid())) {
            process.needsScan = true;
        } else if (!process.free.empty()) {
            probes.push_back({.place = place});
        }
    }
    runProbes(probes);
    m_table.scanMarked();
}

void OwnerSearch::runProbes(std::vector<DescriptorProbe>& probes)
{
    forEachInParallel(probes.size(), kProbesWorthAThread,
                      [&](std::size_t, std::size_t i) { runProbe(probes[i]); });
    for (const DescriptorProbe& probe : probes) {
        applyProbe(probe);
    }
}

void OwnerSearch::runProbe(DescriptorProbe& probe) const
{
    // Only this thread accesses this process.
    const IndexedProcess& process = m_table.at(probe.place);
    std::vector<std::uint32_t>& free = probe.free;
    free = process.free;
    for (const SocketFd& gone : probe.gone) {
        const FdInfo info = inspectFd(m_table.procFd(), process.pid, gone.descriptor);
        if (info.kind == Descriptor::Hidden) {
            probe.isRefused = true;
        } else if (info.kind == Descriptor::Socket && info.inode == gone.inode) {
            probe.unlisted.push_back(gone.inode);
            continue;
        } else if (info.kind == Descriptor::Socket) {
            probe.opened.push_back({info.inode, gone.descriptor});
        } else if (info.kind == Descriptor::Closed) {
            free.insert(std::lower_bound(free.begin(), free.end(), gone.descriptor),
                        gone.descriptor);
        }
        probe.closed.push_back(gone.inode);
    }
    std::size_t misses = 0;
    for (std::size_t i = 0; i < free.size() && misses < kMisses; ++i) {
        const FdInfo info = inspectFd(m_table.procFd(), process.pid, free[i]);
        if (info.kind == Descriptor::Closed || info.kind == Descriptor::Hidden) {
            ++misses;
            continue;
        }
        if (info.kind == Descriptor::Socket) {
            probe.opened.push_back({info.inode, free[i]});
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

void OwnerSearch::applyProbe(const DescriptorProbe& probe)
{
    IndexedProcess& process = m_table.at(probe.place);
    const auto at = [&](std::uint32_t inode) {
        return std::lower_bound(process.sockets.begin(), process.sockets.end(), SocketFd{inode, 0});
    };
    process.free = probe.free;
    if (probe.isRefused) {
        process.needsScan = true;
        return;
    }
    for (const std::uint32_t inode : probe.unlisted) {
        m_table.holders().forgetListing(inode);
    }
    for (const std::uint32_t inode : probe.closed) {
        process.sockets.erase(at(inode));
        m_table.holders().remove(inode, probe.place);
    }
    for (const SocketFd& socket : probe.opened) {
        const auto next = at(socket.inode);
        if (next == process.sockets.end() || next->inode != socket.inode) {
            process.sockets.insert(next, socket);
            m_table.holders().add(socket.inode, probe.place);
            process.lastNewSocketRound = m_table.round();
            if (m_table.holders().find(socket.inode).isShared()) {
                m_table.setChanged();
            }
        }
    }
}

/// A process that opened a descriptor and closed none has one more.
void OwnerSearch::markByDescriptorCount()
{
    for (const std::uint32_t place : m_table.places()) {
        IndexedProcess& process = m_table.at(place);
        if (process.access != FdScanResult::Read || process.descriptorCount == 0) {
            continue;
        }
        const auto count = countDescriptors(m_table.procFd(), process.pid);
        process.needsScan = process.needsScan || (count && *count != process.descriptorCount);
    }
}

void OwnerSearch::markRecentlyActive()
{
    for (const std::uint32_t place : m_table.places()) {
        IndexedProcess& process = m_table.at(place);
        process.needsScan =
            process.needsScan || (process.lastNewSocketRound != 0 &&
                                  m_table.round() - process.lastNewSocketRound <= kLatelyRounds);
    }
}

/// Finds sockets that were passed to an unexpected process, that were opened after
/// OwnerIndex::walkAhead() had scanned their process, or that a process left to its child.
Result<void> OwnerSearch::scanAllProcesses(Inodes& unheld)
{
    for (unsigned scan = 0; !unheld.empty() && scan < kMaxFullScans; ++scan) {
        if (Result<void> followed = m_table.followProcesses(); !followed) {
            return followed;
        }
        if (scan == 0) {
            const bool isFullWalk = m_table.isFullWalk();
            for (const std::uint32_t place : m_table.places()) {
                IndexedProcess& process = m_table.at(place);
                process.needsScan = process.needsScan || process.wasScannedAhead || !isFullWalk;
            }
            m_table.noteFullWalk();
        }
        const bool isAnyMarked =
            std::any_of(m_table.places().begin(), m_table.places().end(),
                        [this](std::uint32_t place) { return m_table.at(place).needsScan; });
        if (!isAnyMarked) {
            break;
        }
        m_table.scanMarked();
        dropHeld(unheld);
    }
    return {};
}

}  // namespace quaywatch::linux_backend
