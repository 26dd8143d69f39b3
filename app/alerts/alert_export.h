// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Alerts in files for other programs. CSV is that of core/export/exporter.h (RFC 4180, formulas
/// defused), JSON an object with the alerts in the form of `quaywatch-cli watch --json`, and
/// first_seen, last_seen, acknowledged and muted. Any thread.

#pragma once

#include "core/watch/alert_book.h"

#include <string>
#include <vector>

namespace quaywatch {

[[nodiscard]] std::string alertsCsv(const std::vector<AlertEntry>& entries);
[[nodiscard]] std::string alertsJson(const std::vector<AlertEntry>& entries);

}  // namespace quaywatch
