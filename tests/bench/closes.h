// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace quaywatch::bench {

/// What became of connections that came and went between two polls.
struct CloseCount {
    std::uint64_t recorded = 0;     ///< Of those at the listener's end.
    std::uint64_t lost = 0;         ///< Events that gaps tell of.
    double cpuPercent = 0;          ///< Of a core, of the whole watching, while they came.
    double gatherMicroseconds = 0;  ///< CPU time an event, of gathering and joining.
};

/// Opens and closes so many connections on loopback in another process, as fast as it can, while
/// this one watches them with a Sampler of its own at an interval of a second.
/// @return Empty, and why in `problem`, if it could not be done.
[[nodiscard]] std::optional<CloseCount> countCloses(int connections, std::string& problem);

}  // namespace quaywatch::bench
