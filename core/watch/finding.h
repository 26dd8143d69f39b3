// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert.h"
#include "core/watch/watch_clock.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// What a rule found in one update. AlertDeduplicator decides whether it was already reported.
/// Valid as long as the update's snapshots.
struct Finding {
    WatchRule rule = WatchRule::UnassignedListener;
    Severity severity = Severity::High;
    std::string dedupKey;  ///< Findings with the same key are reported once: see dedupKeyFor().
    const SocketRecord* socket = nullptr;
    Message reason;
    std::vector<Message> evidence;
    std::size_t count = 1;  ///< Number of sockets that this finding stands for.

    WatchClock::Time heldFor{0};  ///< Reported only if found in each poll for this long,
    unsigned polls = 1;           ///< and in at least this many polls.
    bool isSilent = false;        ///< Another finding reports it: remember it only.
    /// The remote address of a connection that is reported with the listener of this dedupKey.
    std::optional<IpAddress> peer;
};

/// The key of findings of one rule about one service (see serviceKeyOf()), which are reported once.
[[nodiscard]] inline std::string dedupKeyFor(WatchRule rule, const std::string& subject)
{
    return std::string(token(rule)).append("|").append(subject);
}

}  // namespace quaywatch
