// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/endpoint.h"
#include "core/watch/alert.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace quaywatch {

/// What to watch for, and how much of it is too much. The defaults are made for a machine that
/// somebody works at: few alerts, each of which means something.
struct WatchRules {
    /// Whether a baseline is in force; without one no listener is new.
    bool hasBaseline = false;

    /// More alerts than this within the window become one.
    std::size_t alertsPerWindow = 5;
    std::chrono::seconds window{60};

    /// What went away for longer than this and comes again is told again.
    std::chrono::seconds forgetAfter = std::chrono::hours(1);

    /// A package upgrade replaces a file minutes before it restarts the service.
    std::chrono::seconds replacedFor = std::chrono::minutes(30);
    /// A build removes its product before it writes it anew.
    std::chrono::seconds deletedFor = std::chrono::minutes(2);

    /// Connections of one program in CLOSE_WAIT, for how long, and still more of them.
    std::size_t closeWaitCount = 50;
    std::chrono::seconds closeWaitFor{30};

    /// Ports below this are privileged. BindRules knows what the kernel goes by.
    Port firstUnprivilegedPort = 1024;
    /// The kernel's choice for sockets that did not ask for a port: UDP on one of these is a
    /// client's socket, and nobody's claim.
    PortRange ephemeralPorts{32768, 60999};

    /// Rules are on unless switched off. Many cannot be: it tells what the others would have.
    [[nodiscard]] bool isOn(WatchRule rule) const noexcept
    {
        return !m_isOff[static_cast<std::size_t>(rule)];
    }
    void setOn(WatchRule rule, bool isOn) noexcept
    {
        m_isOff[static_cast<std::size_t>(rule)] = !isOn && rule != WatchRule::AlertBurst;
    }

    friend bool operator==(const WatchRules&, const WatchRules&) = default;

private:
    std::array<bool, kWatchRuleCount> m_isOff{};
};

/// The defaults with what this machine's kernel says of its ports.
[[nodiscard]] WatchRules watchRulesOfThisMachine();

}  // namespace quaywatch
