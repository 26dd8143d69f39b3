// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The result of `check`, in formats for people and for pipelines. All are valid UTF-8, whatever
/// name a process has.

#pragma once

#include "core/baseline/drift.h"
#include "core/sockets/snapshot.h"

#include <string>

namespace quaywatch::cli {

struct DriftReport {
    const Snapshot& snapshot;
    const Baseline& baseline;
    std::string path;  ///< Path of the baseline, as it was given.
    Drift drift;
};

/// Two lines per difference, and a summary.
[[nodiscard]] std::string driftText(const DriftReport& report);

/// The document of `check --json`.
[[nodiscard]] std::string driftJson(const DriftReport& report);

/// JUnit XML: a test case for each listener and for each required entry.
[[nodiscard]] std::string driftJunit(const DriftReport& report);

/// SARIF 2.1.0 with one result per difference, at the line of the baseline that matches best.
[[nodiscard]] std::string driftSarif(const DriftReport& report);

}  // namespace quaywatch::cli
