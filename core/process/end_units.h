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
    EndUnits(const EndSystem& system, const Snapshot& snapshot, CurrentUser viewer);

    /// Remembers the answer: a plan asks for each process several times.
    [[nodiscard]] ServiceManager managerOf(const ProcessId& process);

    /// Fills in restartingUnits, socketUnits, stop, stopCommand and alsoClosed.
    /// @param asked  The listeners that were asked for. What else the process or its manager holds
    ///               is no reason to stop a unit.
    void describe(EndCandidate& candidate, const std::vector<const SocketRecord*>& asked);

    /// Whether a service manager holds the listener for others.
    [[nodiscard]] bool isHeldForOthers(const SocketRecord& listener)
    {
        return holderOf(listener).has_value();
    }
    /// Whether it does so for the unit that the process is of.
    [[nodiscard]] bool isHeldFor(const SocketRecord& listener, const ProcessInfo& process);

    /// Why a service manager is not signaled; empty for any other process, and for a user's manager
    /// where the target includes it. After describe().
    [[nodiscard]] std::optional<std::string> refusalOf(const EndCandidate& candidate,
                                                       const EndTarget& target);

private:
    /// Who holds a listener for others.
    struct Holder {
        ProcessPtr process;
        ServiceManager manager = ServiceManager::None;
    };

    /// Units that one manager named.
    struct Named {
        SystemdInstance manager;
        std::vector<std::string> socketUnits;
        std::vector<std::string> restartingUnits;
    };

    [[nodiscard]] std::optional<Holder> holderOf(const SocketRecord& listener);
    [[nodiscard]] static std::optional<SystemdInstance> unitsOf(const Holder& holder);
    [[nodiscard]] std::optional<SystemdInstance> ownManagerOf(const ProcessDetails& details);
    [[nodiscard]] std::vector<Named> unitsBehind(const ProcessDetails& details,
                                                 const std::vector<const SocketRecord*>& asked);
    [[nodiscard]] std::optional<SocketUnit> unitOf(const SocketRecord& listener,
                                                   const ProcessDetails& details);
    [[nodiscard]] std::optional<SocketUnit> unitHeldBy(const Holder& holder,
                                                       const SocketRecord& listener) const;
    void planStop(EndCandidate& candidate, const SystemdInstance& manager) const;
    void findAlsoClosed(EndCandidate& candidate, const SystemdInstance& manager);
    [[nodiscard]] bool isClosedBy(const std::vector<std::string>& stopped,
                                  const SystemdInstance& manager, const SocketRecord& listener);

    const EndSystem& m_system;
    const Snapshot& m_snapshot;
    CurrentUser m_viewer;
    std::map<ProcessId, ServiceManager> m_managers;
};

}  // namespace quaywatch
