// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// The units behind the processes of a plan: which one holds a socket, which one starts a process
/// again, and what else closes when they are stopped. Part of making a plan; blocks (files).
class EndUnits {
public:
    /// @param system  Must outlive it, as must the snapshot.
    EndUnits(const EndSystem& system, const Snapshot& snapshot, Viewer viewer);

    /// Remembers the answer: a plan asks for each process several times.
    [[nodiscard]] ServiceManager managerOf(const ProcessId& process);

    /// Fills in restartingUnits, socketUnits, stop, stopCommand and alsoClosed.
    /// @param asked  The listeners that were asked for. What else the process or its manager holds
    ///               is no reason to stop a unit.
    void describe(EndCandidate& candidate, const std::vector<const SocketRecord*>& asked);

    /// Why a service manager is never signaled; empty for any other process. After describe().
    [[nodiscard]] std::optional<std::string> refusalOf(const EndCandidate& candidate);

private:
    /// Who holds a listener for others.
    struct Holder {
        ProcessPtr process;
        ServiceManager manager = ServiceManager::None;
    };

    [[nodiscard]] std::optional<Holder> holderOf(const SocketRecord& listener);
    [[nodiscard]] std::optional<SocketUnit> unitOf(const SocketRecord& listener,
                                                   const EndCandidate& candidate);
    [[nodiscard]] std::optional<SocketUnit> unitHeldBy(const Holder& holder,
                                                       const SocketRecord& listener) const;
    void planStop(EndCandidate& candidate);
    void findAlsoClosed(EndCandidate& candidate);
    [[nodiscard]] bool isClosedBy(const EndCandidate& candidate, const SocketRecord& listener);
    [[nodiscard]] bool isOfUserManager(const EndCandidate& candidate);

    const EndSystem& m_system;
    const Snapshot& m_snapshot;
    Viewer m_viewer;
    std::map<ProcessId, ServiceManager> m_managers;
};

}  // namespace quaywatch
