// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Exports alerts to files for other programs. The CSV form is that of core/export/exporter.h
/// (RFC 4180, formulas defused). The JSON form is an object with the alerts in the form of
/// `quaywatch-cli watch --json`, plus first_seen, last_seen, acknowledged and muted. Any thread.

#pragma once

#include "core/watch/alert_list.h"

#include <string>
#include <vector>

namespace quaywatch {

[[nodiscard]] std::string alertsCsv(const std::vector<AlertEntry>& entries);
[[nodiscard]] std::string alertsJson(const std::vector<AlertEntry>& entries);

}  // namespace quaywatch
