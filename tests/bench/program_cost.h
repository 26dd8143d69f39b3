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

/// What a program costs that goes on by itself.
struct ProgramCost {
    double cpuPercent = 0;  ///< Of one core, all its threads together.
    double residentMegabytes = 0;
};

/// What a running program uses during `measured`. @return Empty if it ended meanwhile.
std::optional<ProgramCost> costOf(pid_t pid, std::chrono::seconds measured);

/// Starts a program, lets it settle, and looks at what it uses during `measured`; then ends it.
/// @return Empty if it could not be started or did not live that long.
std::optional<ProgramCost> costOfRunning(const std::vector<std::string>& command,
                                         std::chrono::seconds settling,
                                         std::chrono::seconds measured);

/// A TCP listener on any address, to be closed by the caller; -1 if it may not be.
[[nodiscard]] int listenOn(std::uint16_t port);

/// How long after listen() on a vacant port `quaywatch-cli watch` tells of it, once for each port.
/// The listens come at different moments between two polls. Needs the right to listen there.
/// @return Empty with `problem` told if one of them was not told of within five seconds.
std::optional<std::vector<Milliseconds>> alertLatencies(const std::string& watcher,
                                                        const std::vector<std::uint16_t>& ports,
                                                        std::string& problem);

}  // namespace quaywatch::bench
