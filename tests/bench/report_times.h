// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/kernel_cost.h"
#include "tests/bench/load.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

using Times = std::vector<Milliseconds>;

inline void addRatio(Report& report, const std::string& name, const Times& numerator,
                     const Times& denominator, std::optional<double> limit,
                     Measure::Bar bar = Measure::Bar::AtMost)
{
    if (numerator.empty() || denominator.empty()) {
        report.skip(name, "a command failed or is not installed");
        return;
    }
    report.add({name, median(numerator) / median(denominator), "x", limit, bar});
}

inline void addTime(Report& report, const std::string& name, const Times& times)
{
    if (!times.empty()) {
        report.add({name, median(times).count(), "ms", {}});
    }
}

/// Adds the time of one more run. A command that fails adds nothing.
inline void timeCommand(const std::vector<std::string>& command, Times& times)
{
    if (const auto run = runCommand(command); run && run->exitCode == 0) {
        times.push_back(run->wall);
    }
}

/// Ports on which nothing should listen.
inline const std::vector<std::uint16_t> kVacantPorts{931, 932, 933, 934, 935};

inline void addLatencies(Report& report, const std::string& name, const Times& times)
{
    constexpr double kIntervalAndATenth = 1100;
    addTime(report, name + ": median", times);
    report.add({name + ": longest", std::max_element(times.begin(), times.end())->count(), "ms",
                kIntervalAndATenth});
}

}  // namespace quaywatch::bench
