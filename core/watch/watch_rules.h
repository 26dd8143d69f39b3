// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline.h"
#include "core/net/endpoint.h"
#include "core/sockets/classify.h"
#include "core/watch/alert.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace quaywatch {

/// What to watch for, and the limits. The defaults suit a machine that a person works at: few
/// alerts, each of them meaningful.
struct WatchRules {
    /// Whether a baseline is active; without one no listener is new.
    bool hasBaseline = false;
    /// The active baseline, for a server that is about to change its user; may be null.
    BaselinePtr baseline;

    /// More alerts than this within the window are combined into one.
    std::size_t alertsPerWindow = 5;
    std::chrono::seconds window{60};

    /// A subject that was absent for longer than this is reported again.
    std::chrono::seconds forgetAfter = std::chrono::hours(1);

    /// A package upgrade replaces a file minutes before it restarts the service.
    std::chrono::seconds replacedFor = std::chrono::minutes(30);
    /// A build deletes its product before it writes it again.
    std::chrono::seconds deletedFor = std::chrono::minutes(2);

    /// The number of connections of one program in CLOSE_WAIT that is too high, if it stays this
    /// high for closeWaitFor and still grows.
    std::size_t closeWaitCount = 50;
    std::chrono::seconds closeWaitFor{30};

    /// Ports below this are privileged. The kernel's own limit is in BindRules.
    Port firstUnprivilegedPort = 1024;
    /// The ports that the kernel chooses for sockets that did not ask for one: a UDP socket on such
    /// a port belongs to a client and is not a service.
    PortRange ephemeralPorts = kDefaultEphemeralPorts;

    /// Rules are on unless switched off. AlertBurst cannot be switched off: it reports the alerts
    /// of the other rules.
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

/// The defaults, with the port limits of this machine's kernel.
[[nodiscard]] WatchRules watchRulesOfThisMachine();

}  // namespace quaywatch
