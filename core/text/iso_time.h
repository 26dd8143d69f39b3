// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <string>

namespace quaywatch {

/// UTC with milliseconds, "2026-11-23T01:02:03.456Z"; whole seconds without them if `isWhole`.
[[nodiscard]] std::string isoTime(std::chrono::system_clock::time_point time, bool isWhole = false);

}  // namespace quaywatch
