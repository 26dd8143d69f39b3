// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/listener_rules.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace quaywatch {

/// Counts the connections that programs do not close, by program, and finds counts that stay high
/// and grow.
class CloseWaitRule {
public:
    using Time = WatchClock::Time;

    void count(const SocketRecord& connection);
    /// Ends a poll.
    void find(Time now, const WatchRules& rules, const FindingSink& sink);

    [[nodiscard]] std::size_t size() const noexcept { return m_piles.size(); }

private:
    struct Count {
        std::size_t connections = 0;
        const SocketRecord* first = nullptr;
    };
    struct Pile {
        Time since{0};
        std::size_t countAtFirst = 0;
    };

    /// By owner set, which sockets share, so that a program's name is made once per poll and not
    /// for each socket.
    std::map<const OwnerSet*, Count> m_counts;
    std::map<std::string, Count> m_hidden;  ///< Connections whose owners are not known.
    std::map<std::string, Pile> m_piles;    ///< The counts that are high now.
};

}  // namespace quaywatch
