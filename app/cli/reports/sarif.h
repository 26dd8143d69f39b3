// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/drift_report.h"

#include <string>

namespace quaywatch::cli {

/// SARIF 2.1.0 with a result a difference, at the line of the baseline that comes closest. Valid
/// UTF-8 whatever a process calls itself.
[[nodiscard]] std::string driftSarif(const DriftReport& report);

}  // namespace quaywatch::cli
