// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/report_times.h"

#include <optional>
#include <string>

namespace quaywatch::bench {

class Report;

/// Polls `rounds` times, `pause` apart, each next to a bare dump.
/// @return The times of the polls, scaled so that a dump takes one millisecond: a machine that has
/// become slower then does not matter. Empty if it could not be measured.
Times measurePolls(Report& report, const std::string& name, int rounds, Milliseconds pause,
                   std::optional<double> limit);

}  // namespace quaywatch::bench
