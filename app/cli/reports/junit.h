// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/drift_report.h"

#include <string>

namespace quaywatch::cli {

/// The XML of JUnit: a test case for each listener and for each entry that is required; a
/// difference is a failure. If sockets were not compared, the property left_out has their number.
/// Well-formed XML 1.0 in UTF-8 whatever a process calls itself.
[[nodiscard]] std::string driftJunit(const DriftReport& report);

}  // namespace quaywatch::cli
