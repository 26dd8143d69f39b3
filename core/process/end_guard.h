// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"
#include "core/process/end_units.h"
#include "core/process/owner_families.h"

#include <map>
#include <optional>
#include <vector>

namespace quaywatch {

/// Decides which owners of a port are not ended with it: clients, and processes that hold a socket
/// which another user or another program opened. Used to make a plan. Reads small files, and
/// inspects processes in full that share a socket and do not seem related.
class EndGuard {
public:
    /// @param system  Must outlive this object, and so must the units.
    EndGuard(const EndSystem& system, EndUnits& units, bool includesClients);

    /// Why a service manager is not signaled; empty for any other process, and for a user's manager
    /// if the target includes it. Call it after EndUnits::describe().
    [[nodiscard]] std::optional<Message> refusalOf(const EndCandidate& candidate,
                                                   const EndTarget& target);

    /// Whether a listener is a UDP socket as clients have (see isEphemeralUdp()), and not one that
    /// the baseline expects.
    [[nodiscard]] bool isClient(const SocketRecord& listener) const noexcept;
    [[nodiscard]] static LeftOut asClient();

    /// @param owner  Not a service manager.
    /// @param held   The listeners of the target that the process holds. If it holds one of them in
    ///               its own right, it is an owner like any other.
    [[nodiscard]] std::optional<LeftOut> doubtfulOwner(
        const ProcessInfo& owner, const std::vector<const SocketRecord*>& held);

    /// The part of doubtfulOwner() that compares only the users of the process and the sockets.
    /// These may have changed since the plan, so they are read again. Empty also if it holds no
    /// socket.
    [[nodiscard]] static std::optional<LeftOut> foreignSocket(
        const EndSystem& system, const ProcessInfo& owner,
        const std::vector<const SocketRecord*>& held);

private:
    using LeftOutOwners = std::map<ProcessId, LeftOut>;

    [[nodiscard]] std::optional<LeftOut> doubtAbout(const ProcessInfo& owner,
                                                    const SocketRecord& listener);
    [[nodiscard]] LeftOutOwners findUnrelated(const SocketRecord& listener);
    [[nodiscard]] LeftOutOwners outsidersOf(const SocketRecord& listener,
                                            const OwnerFamily& family);
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
