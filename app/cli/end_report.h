// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What `kill` is about to do, and what became of it.

#pragma once

#include "core/end_process.h"

#include <string>
#include <vector>

namespace quaywatch::cli {

/// The plan for people, some lines a process: who it is, what goes down with it, what would start
/// it again.
[[nodiscard]] std::string planText(const EndPlan& plan);

/// The document of `kill --json`.
/// @param outcomes  Null for a dry run.
[[nodiscard]] std::string endJson(const EndPlan& plan, ProcessSignal signal,
                                  const std::vector<EndOutcome>* outcomes);

}  // namespace quaywatch::cli
