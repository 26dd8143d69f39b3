// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/kernel_cost.h"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// The cost of a program that runs continuously.
struct ProgramCost {
    double cpuPercent = 0;  ///< Of one core, all its threads together.
    double residentMegabytes = 0;
};

/// The resources that a running program uses during `measured`.
/// @return Empty if it ended in that time.
std::optional<ProgramCost> costOf(pid_t pid, std::chrono::seconds measured);

/// Starts a program, lets it settle, and measures what it uses during `measured`; then ends it.
/// @return Empty if it could not be started or did not live that long.
std::optional<ProgramCost> costOfRunning(const std::vector<std::string>& command,
                                         std::chrono::seconds settling,
                                         std::chrono::seconds measured);

/// A TCP listener on any address, which the caller closes; -1 if it is not permitted.
[[nodiscard]] int listenOn(std::uint16_t port);

/// The time from listen() on a vacant port to the alert of `quaywatch-cli watch`, for each port.
/// The listens come at different moments between two polls. Needs the right to listen there.
/// @return Empty if one of them was not reported within five seconds, with the cause in `problem`.
std::optional<std::vector<Milliseconds>> alertLatencies(const std::string& watcher,
                                                        const std::vector<std::uint16_t>& ports,
                                                        std::string& problem);

}  // namespace quaywatch::bench
