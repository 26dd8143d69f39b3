// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/report.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch::bench {

/// The window as it is open all day, rendered into memory as `--screenshot` does.
/// @param options  Of its command line.
void measureWindow(Report& report, const std::string& name, const std::vector<std::string>& options,
                   double maxPercent, std::optional<double> maxMegabytes);
/// The same while it is hidden in the tray and reports by notifications.
void measureHiddenWindow(Report& report);
/// From the start of the window to its first complete picture, compared with an empty Qt window.
void measureStart(Report& report);
/// The memory of the window after an hour, whose polls are made as fast as they go.
void measureHour(Report& report);

}  // namespace quaywatch::bench
