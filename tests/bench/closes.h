// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch::bench {

/// The result for connections that were opened and closed between two polls.
struct CloseCount {
    std::uint64_t recorded = 0;     ///< Of those at the listener's end.
    std::uint64_t lost = 0;         ///< Events that gaps report as lost.
    double cpuPercent = 0;          ///< Of one core, by all of the watching, while they arrived.
    double gatherMicroseconds = 0;  ///< CPU time per event for receiving and joining.
};

/// Opens and closes so many connections on loopback in another process as fast as possible, while
/// this process watches them with a separate Sampler at an interval of one second.
/// @return Empty on failure, with the cause in `problem`.
[[nodiscard]] std::optional<CloseCount> countCloses(int connections, std::string& problem);

}  // namespace quaywatch::bench
