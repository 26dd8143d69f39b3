// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/port_id.h"
#include "core/sockets/snapshot_diff.h"
#include "core/watch/finding.h"
#include "core/watch/watch_rules.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {

/// Tracks which programs hold the ports or held them recently: finds ports that became more
/// exposed, and ports that another program took over. Ports that the kernel chose have no fixed
/// owner and are not tracked.
class PortOwnershipTracker {
public:
    using Time = WatchClock::Time;

    /// Processes an update.
    /// @return The findings by the rules MoreExposed and TakenOver.
    [[nodiscard]] std::vector<Finding> observe(const SnapshotUpdate& update, Time now,
                                               const WatchRules& rules);

    [[nodiscard]] std::size_t size() const noexcept { return m_ports.size(); }

private:
    /// From where a listener can be reached, in ascending order.
    enum Reach : std::size_t { Machine, Link, Network, World, ReachCount };

    /// The properties by which the next listener is recognized as the same program.
    struct Program {
        Message name;  ///< For reports.
        std::optional<std::string> exe;
        bool isLoader = false;  ///< `exe` names the loader and what it runs: executedProgram().
        std::string script;     ///< Script of an interpreter, with its folder.
        std::optional<std::uint32_t> uid;
        std::string unit;  ///< Empty if it is not a service.
        bool isInit = false;
    };
    struct Presence {
        std::size_t sockets = 0;
        std::optional<Time> lastSeen;  ///< Empty if it was never present.
        Endpoint at;                   ///< The last address and port.

        [[nodiscard]] bool isRemembered(Time now) const noexcept;
    };
    struct Holder {
        Program program;
        ProcessId process;  ///< The first owner of the last socket.
        std::array<Presence, ReachCount> presence;

        [[nodiscard]] std::size_t sockets() const noexcept;
        [[nodiscard]] Time lastSeen() const noexcept;
        [[nodiscard]] bool isRemembered(Time now) const noexcept;
    };
    using Holders = std::vector<Holder>;

    [[nodiscard]] static Program programOf(const SocketRecord& listener);
    [[nodiscard]] static bool isSame(const Program& a, const Program& b);
    [[nodiscard]] static Reach reachOf(Exposure exposure) noexcept;
    [[nodiscard]] static Holder* find(Holders& holders, const Program& program);

    void assess(const SocketRecord& listener, Time now, const WatchRules& rules,
                std::vector<Finding>& findings);
    [[nodiscard]] static std::optional<Finding> exposureFinding(const Holder& holder,
                                                                const SocketRecord& listener,
                                                                Time now);
    [[nodiscard]] static std::optional<Finding> takeOverFinding(const Holders& holders,
                                                                const Program& program,
                                                                const SocketRecord& listener,
                                                                Time now, const WatchRules& rules);
    /// Returns the findings of the poll before whose listener is still there.
    [[nodiscard]] std::vector<Finding> takePending(const Snapshot& after);
    void enter(const SocketRecord& listener, Time now);
    void leave(const SocketRecord& listener, Time now);
    void forget(Time now);

    std::map<PortId, Holders> m_ports;
    /// Findings of TakenOver about listeners that may be gone in the next poll: see isSettling().
    std::vector<std::pair<SocketKey, Finding>> m_pending;
    Time m_lastSweep{0};
};

}  // namespace quaywatch
