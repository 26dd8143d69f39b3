// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <optional>
#include <vector>

namespace quaywatch {

/// Says which owners of a port are not ended along with it: clients, and processes that hold a
/// socket which another user opened. Part of making a plan; reads a small file or two.
class EndGuard {
public:
    /// @param system  Must outlive it.
    EndGuard(const EndSystem& system, bool includesClients);

    /// Whether a listener is a UDP socket such as clients have (see isPassingUdp()), and not one
    /// that the baseline expects.
    [[nodiscard]] bool isClient(const SocketRecord& listener) const noexcept;
    [[nodiscard]] static LeftOut asClient();

    /// @param held  Those of the listeners that are meant which the process holds. One that its own
    ///              user opened, or root, makes it an owner like any other.
    [[nodiscard]] std::optional<LeftOut> foreignSocket(
        const ProcessInfo& owner, const std::vector<const SocketRecord*>& held) const;

private:
    [[nodiscard]] bool isForeign(const ProcessInfo& owner, const SocketRecord& listener) const;

    const EndSystem& m_system;
    PortRange m_ephemeralPorts;
    bool m_includesClients;
};

}  // namespace quaywatch
