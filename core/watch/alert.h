// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the program thinks a person should be told, and by which rule. Alerts are made by Watcher
/// and kept by AlertBook.

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

/// The grounds of an alert. Their order is that of settings and documents.
enum class WatchRule : std::uint8_t {
    UnassignedListener,  ///< Somebody listens on a well-known port that is nobody's.
    UnassignedPeer,      ///< A connection went out to such a port elsewhere.
    Probe,               ///< Such a port of this machine was tried, and nobody listened.
    NewListener,         ///< The baseline in force does not know the listener.
    MoreExposed,         ///< The same program on the same port can be reached by more than before.
    TakenOver,           ///< A port that one program had is now another's.
    DeletedExecutable,   ///< A listener's executable is no longer on disk.
    ReplacedExecutable,  ///< There is another file at its path: it runs what was there before.
    PrivilegedPortOfUser,  ///< An ordinary user's process listens on a privileged port.
    BacklogFull,           ///< A listener does not take its connections.
    CloseWaitPileUp,       ///< A program does not close its connections.
    AlertBurst,            ///< More alerts at once than anybody wants to read.
};
inline constexpr std::size_t kWatchRuleCount = 12;

[[nodiscard]] std::string_view token(WatchRule rule) noexcept;  ///< "unassigned-listener"
[[nodiscard]] std::optional<WatchRule> parseWatchRule(std::string_view text) noexcept;
/// What the rule tells, in one English sentence without a full stop. For settings and help.
[[nodiscard]] std::string_view describe(WatchRule rule) noexcept;

/// One thing to tell. Its texts are English prose that may hold strangers' raw text (names of
/// programs): put them through displayText() before they are shown.
struct Alert {
    Severity severity = Severity::High;
    WatchRule rule = WatchRule::UnassignedListener;
    /// What it speaks of, as identityOf() writes it, never by PID; empty where several are summed
    /// up. For a connection that went out it is that of the program and the far end.
    std::optional<std::string> key;
    std::string reason;                 ///< One sentence without a full stop.
    std::vector<std::string> evidence;  ///< Further facts, a short line each; at most kMaxEvidence.
    std::size_t count = 1;              ///< Sockets, or alerts where several are summed up.
    /// The first socket it speaks of; null where several are summed up. A copy: it keeps no
    /// snapshot alive.
    std::shared_ptr<const SocketRecord> socket;
    /// Where several are summed up: the ports they are about, of the far end where it went out; in
    /// ascending order, at most kMaxPorts.
    std::vector<Port> ports;
    /// Where several are summed up: the first of them, at most kMaxParts, none of which sums up.
    /// Else null.
    std::shared_ptr<const std::vector<Alert>> parts;
    std::chrono::system_clock::time_point at;
    /// Has been told before and came again, or there is more of it: to be counted with the alert of
    /// the same rule and key, not announced.
    bool isRepeat = false;

    static constexpr std::size_t kMaxEvidence = 20;
    static constexpr std::size_t kMaxPorts = 64;
    static constexpr std::size_t kMaxParts = 1000;
};

}  // namespace quaywatch
