// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the program alerts a person to, and the rule behind each alert. Watcher produces alerts and
/// AlertList stores them.

#pragma once

#include "core/sockets/socket_record.h"
#include "core/sockets/verdict.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The rules that produce alerts, in the order that settings and documents use.
enum class WatchRule : std::uint8_t {
    UnassignedListener,    ///< A program listens on a well-known port that is unassigned.
    UnassignedPeer,        ///< A connection went out to such a port of another machine.
    Probe,                 ///< A connection to such a port of this machine failed: no listener.
    NewListener,           ///< The active baseline does not contain the listener.
    MoreExposed,           ///< More hosts than before can reach the same program on the same port.
    TakenOver,             ///< A port that one program had now belongs to another.
    DeletedExecutable,     ///< A listener's executable is no longer on disk.
    ReplacedExecutable,    ///< Another file has its path now; the listener runs the old one.
    PrivilegedPortOfUser,  ///< An ordinary user's process listens on a privileged port.
    BacklogFull,           ///< A listener does not accept its connections.
    CloseWaitPileUp,       ///< A program does not close its connections.
    AlertBurst,            ///< Too many alerts at once; they are combined into one.
};
inline constexpr std::size_t kWatchRuleCount = 12;

[[nodiscard]] std::string_view token(WatchRule rule) noexcept;  ///< "unassigned-listener"
[[nodiscard]] std::optional<WatchRule> parseWatchRule(std::string_view text) noexcept;
/// What the rule reports, as one sentence without a full stop. For settings and help.
[[nodiscard]] Message describe(WatchRule rule);

/// One alert. Its messages can contain untrusted raw text (names of programs): pass them through
/// displayText() before showing them.
struct Alert {
    Severity severity = Severity::High;
    WatchRule rule = WatchRule::UnassignedListener;
    /// The identity of its subject, as identityOf() writes it, never with a PID; empty if the alert
    /// combines several. For an outgoing connection: the identity of the program and the remote
    /// end.
    std::optional<std::string> key;
    Message reason;                 ///< One sentence without a full stop.
    std::vector<Message> evidence;  ///< Further facts, a short line each; at most kMaxEvidence.
    std::size_t count = 1;          ///< Sockets; alerts if the alert combines several.
    /// The first socket that the alert is about; null if it combines several. It is a copy, so it
    /// keeps no snapshot alive.
    std::shared_ptr<const SocketRecord> socket;
    /// If the alert combines several: their ports (for an outgoing connection, the port of the
    /// remote end), in ascending order, at most kMaxPorts.
    std::vector<Port> ports;
    /// If the alert combines several: the first of them, at most kMaxParts; none of these combines
    /// others. Otherwise null.
    std::shared_ptr<const std::vector<Alert>> parts;
    std::chrono::system_clock::time_point at;
    /// The alert was reported before and occurs again, or has grown: count it with the alert of the
    /// same rule and key, and show no notification.
    bool isRepeat = false;

    static constexpr std::size_t kMaxEvidence = 20;
    static constexpr std::size_t kMaxPorts = 64;
    static constexpr std::size_t kMaxParts = 1000;
};

}  // namespace quaywatch
