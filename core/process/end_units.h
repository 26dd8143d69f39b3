// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// The units behind the processes of a plan: which one holds a socket, which one starts a process
/// again, and what else closes if they are stopped. Used to make a plan; blocks (files).
class EndUnits {
public:
    /// @param system  Must outlive this object, and so must the snapshot.
    EndUnits(const EndSystem& system, const Snapshot& snapshot, CurrentUser currentUser);

    /// The kind of service manager that the process is. The result is cached: a plan needs it
    /// several times per process.
    [[nodiscard]] ServiceManager managerOf(const ProcessId& process);

    /// Fills in restartingUnits, socketUnits, stop, stopCommand and alsoClosed.
    /// @param asked  The listeners of the target. Other sockets of the process or its manager are
    ///               no reason to stop a unit.
    void describe(EndCandidate& candidate, const std::vector<const SocketRecord*>& asked);

    /// Whether a service manager holds the listener for others.
    [[nodiscard]] bool isHeldForOthers(const SocketRecord& listener)
    {
        return holderOf(listener).has_value();
    }
    /// Whether a service manager holds the listener for the unit of the process.
    [[nodiscard]] bool isHeldFor(const SocketRecord& listener, const ProcessInfo& process);

private:
    /// The service manager that holds a listener for others.
    struct Holder {
        ProcessPtr process;
        ServiceManager manager = ServiceManager::None;
    };

    /// Units of one manager.
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
    CurrentUser m_currentUser;
    std::map<ProcessId, ServiceManager> m_managers;
};

}  // namespace quaywatch
