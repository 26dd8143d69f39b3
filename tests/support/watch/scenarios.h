// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assess/assess.h"
#include "tests/support/watch/poll_sequence.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch::test {

struct Scenario {
    std::string name;
    PollSequence sequence;
    std::vector<std::string> expected;  ///< All alerts that are raised, in this order.
};

/// Runs scenarios and counts missing and superfluous alerts.
struct Score {
    std::size_t scenarios = 0;
    std::size_t misses = 0;
    std::size_t falseAlarms = 0;

    void add(const std::vector<Scenario>& table)
    {
        for (const Scenario& scenario : table) {
            ++scenarios;
            const std::vector<std::string> announced = scenario.sequence.announced();
            EXPECT_EQ(announced, scenario.expected) << scenario.name;
            misses += countMissing(scenario.expected, announced);
            falseAlarms += countMissing(announced, scenario.expected);
        }
    }

private:
    /// The number of lines that the other list does not contain.
    static std::size_t countMissing(std::vector<std::string> lines, std::vector<std::string> other)
    {
        std::sort(lines.begin(), lines.end());
        std::sort(other.begin(), other.end());
        std::vector<std::string> missing;
        std::set_difference(lines.begin(), lines.end(), other.begin(), other.end(),
                            std::back_inserter(missing));
        return missing.size();
    }
};

/// The number of sockets on, or connected to, an unassigned well-known port.
inline std::size_t vacantAmong(const std::vector<SocketRecord>& sockets)
{
    return static_cast<std::size_t>(
        std::count_if(sockets.begin(), sockets.end(), [](const SocketRecord& socket) {
            const Port port = socket.hasRemote() ? socket.key.remotePort : socket.key.localPort;
            return isUnclaimedWellKnownPort(port, socket.key.protocol);
        }));
}

}  // namespace quaywatch::test
