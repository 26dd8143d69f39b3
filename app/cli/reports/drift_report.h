// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What `check` found, in the forms that people and pipelines read. All are valid UTF-8 whatever a
/// process calls itself.

#pragma once

#include "core/baseline/drift.h"
#include "core/sockets/snapshot.h"

#include <string>

namespace quaywatch::cli {

struct DriftReport {
    const Snapshot& snapshot;
    const Baseline& baseline;
    std::string path;  ///< Of the baseline, as it was named.
    Drift drift;
};

/// A block of two lines a difference, and how it all adds up.
[[nodiscard]] std::string driftText(const DriftReport& report);

/// The document of `check --json`.
[[nodiscard]] std::string driftJson(const DriftReport& report);

/// JUnit's XML: a test case for each listener and for each entry that is required.
[[nodiscard]] std::string driftJunit(const DriftReport& report);

/// SARIF 2.1.0 with a result a difference, at the line of the baseline that comes closest.
[[nodiscard]] std::string driftSarif(const DriftReport& report);

}  // namespace quaywatch::cli
