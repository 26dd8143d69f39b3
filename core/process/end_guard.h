// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"
#include "core/process/end_units.h"
#include "core/process/owner_families.h"

#include <map>
#include <optional>
#include <vector>

namespace quaywatch {

/// Says which owners of a port are not ended along with it: clients, and processes that hold a
/// socket which another user or another program opened. Part of making a plan; reads small files,
/// and of processes that share a socket and do not seem related all that there is to read.
class EndGuard {
public:
    /// @param system  Must outlive it, as must the units.
    EndGuard(const EndSystem& system, EndUnits& units, bool includesClients);

    /// Whether a listener is a UDP socket such as clients have (see isEphemeralUdp()), and not one
    /// that the baseline expects.
    [[nodiscard]] bool isClient(const SocketRecord& listener) const noexcept;
    [[nodiscard]] static LeftOut asClient();

    /// @param owner  No service manager.
    /// @param held   Those of the listeners that are meant which the process holds. One that it
    ///               holds in its own right makes it an owner like any other.
    [[nodiscard]] std::optional<LeftOut> doubtfulOwner(
        const ProcessInfo& owner, const std::vector<const SocketRecord*>& held);

    /// The part of it that asks only whose the process and the sockets are: what may have changed
    /// since the plan, by facts that are read again. Empty also where it holds none.
    [[nodiscard]] static std::optional<LeftOut> foreignSocket(
        const EndSystem& system, const ProcessInfo& owner,
        const std::vector<const SocketRecord*>& held);

private:
    using LeftOutOwners = std::map<ProcessId, LeftOut>;

    [[nodiscard]] std::optional<LeftOut> doubtAbout(const ProcessInfo& owner,
                                                    const SocketRecord& listener);
    [[nodiscard]] LeftOutOwners findUnrelated(const SocketRecord& listener);
    [[nodiscard]] std::vector<const OwnerFamily*> openersOf(
        const SocketRecord& listener, const std::vector<OwnerFamily>& families);
    [[nodiscard]] bool isOfItsPlace(const SocketRecord& listener, const ProcessInfo& owner);

    const EndSystem& m_system;
    EndUnits& m_units;
    PortRange m_ephemeralPorts;
    bool m_includesClients;
    std::map<const SocketRecord*, LeftOutOwners> m_unrelated;
};

}  // namespace quaywatch
