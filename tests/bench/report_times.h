// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/kernel_cost.h"
#include "tests/bench/report.h"

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

}  // namespace quaywatch::bench
