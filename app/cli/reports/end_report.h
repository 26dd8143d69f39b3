// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The plan of `kill`, and its results.

#pragma once

#include "core/process/end_process.h"
#include "core/process/port_recheck.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The plan for people, some lines per process: its identity, what ends together with it, and what
/// would start it again.
/// @param width  Of the terminal; 0: nothing is wrapped.
[[nodiscard]] std::string planText(const EndPlan& plan, std::size_t width = 0);

/// The results of the plan.
struct EndResult {
    std::vector<EndOutcome> outcomes;
    /// The processes that hold the port again; empty if this was not checked.
    std::optional<std::vector<NewHolder>> heldAgainBy;
    std::optional<std::string> error;  ///< Why nothing was tried, in that case.
};

/// The document of `kill --json`.
/// @param result    The results of the plan.
/// @param isDryRun  The plan is only shown.
[[nodiscard]] std::string endJson(const EndPlan& plan, ProcessSignal signal,
                                  const EndResult& result, bool isDryRun);

/// Why an owner is left out, and the remedy: "left out: x (4711): it looks like a client ...".
[[nodiscard]] std::string leftOutText(const EndCandidate& candidate, const EndTarget& target);

/// How to end a stopped process; empty for one that runs.
[[nodiscard]] std::string stoppedAdvice(const ProcessId& process,
                                        const std::optional<ProcessState>& state);

}  // namespace quaywatch::cli
