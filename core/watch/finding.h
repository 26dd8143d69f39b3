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

/// What a rule found in one update, whether or not it is news: AlertDeduplicator decides that.
/// Lives as long as the update's snapshots.
struct Finding {
    WatchRule rule = WatchRule::UnassignedListener;
    Severity severity = Severity::High;
    std::string dedupKey;  ///< What is told only once: see dedupKeyFor().
    const SocketRecord* socket = nullptr;
    std::string reason;
    std::vector<std::string> evidence;
    std::size_t count = 1;  ///< How many this finding stands for.

    WatchClock::Time heldFor{0};  ///< Told only when found in each look for so long,
    unsigned looks = 1;           ///< and in so many.
    bool isSilent = false;        ///< Another finding tells it: only remembered.
    /// The far end of a connection that is told with the listener of this matter.
    std::optional<IpAddress> peer;
};

/// Findings of one rule about one service (see serviceKeyOf()) are one matter.
[[nodiscard]] inline std::string dedupKeyFor(WatchRule rule, const std::string& subject)
{
    return std::string(token(rule)).append("|").append(subject);
}

}  // namespace quaywatch
