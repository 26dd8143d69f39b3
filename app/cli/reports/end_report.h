// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What `kill` is about to do, and what became of it.

#pragma once

#include "core/process/end_process.h"
#include "core/process/held_again.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::cli {

/// The plan for people, some lines a process: who it is, what goes down with it, what would start
/// it again.
[[nodiscard]] std::string planText(const EndPlan& plan);

/// What became of it.
struct EndResult {
    std::vector<EndOutcome> outcomes;
    /// Who holds the port again; empty if that was not looked for.
    std::optional<std::vector<NewHolder>> heldAgainBy;
    std::optional<std::string> error;  ///< Why nothing was tried, where nothing was.
};

/// The document of `kill --json`.
/// @param result    What became of the plan.
/// @param isDryRun  Nothing was to be done.
[[nodiscard]] std::string endJson(const EndPlan& plan, ProcessSignal signal,
                                  const EndResult& result, bool isDryRun);

/// Why an owner is left out, and what to do: "left out: x (4711): it looks like a client ...".
[[nodiscard]] std::string leftOutText(const EndCandidate& candidate, const EndTarget& target);

/// How to get a stopped process to end; empty for one that runs.
[[nodiscard]] std::string stoppedAdvice(const ProcessId& process,
                                        const std::optional<ProcessState>& state);

}  // namespace quaywatch::cli
