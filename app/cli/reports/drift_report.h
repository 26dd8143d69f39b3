// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The result of `check`, in formats for people and scripts. Both are valid UTF-8, whatever name a
/// process has. The formats for pipelines are in junit.h and sarif.h.

#pragma once

#include "core/baseline/drift.h"
#include "core/explain/source_port_hint.h"
#include "core/sockets/snapshot.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::cli {

struct DriftReport {
    const Snapshot& snapshot;
    const Baseline& baseline;
    /// Path of the baseline, as it was given; the system's folder if only its files were compared.
    std::string path;
    Drift drift;
    /// Expected ports that any program may get as its source port; no drift.
    std::optional<SourcePortHint> hint{};
    std::vector<std::string> systemFiles{};  ///< Paths of the system's files, in their order.
    bool hasBrokenFile = false;              ///< A file is not active; a gap says why.
    bool hasOwn = true;                      ///< The path is a file, and no folder.
};

/// The name that the reports for pipelines give a listener that no entry expects.
inline constexpr std::string_view kNotExpected = "not-expected";
/// And a required entry that no listener matches.
inline constexpr std::string_view kMissing = "missing";

/// Where an entry is in its file, with its note: "line 12: the shop"; with the path of a system's
/// file before it. Untrusted text is raw.
[[nodiscard]] std::string placeOf(const BaselineEntry& entry);

/// Why a listener is not expected, with the note of the closest entry. Untrusted text is raw.
[[nodiscard]] std::string reasonWithNote(const CheckedListener& listener);

/// Two lines per difference, a summary, what was not compared or not completely, and the hint.
/// @param width  Of the terminal; 0: nothing is wrapped.
[[nodiscard]] std::string driftText(const DriftReport& report, std::size_t width = 0);

/// The document of `check --json`.
[[nodiscard]] std::string driftJson(const DriftReport& report);

}  // namespace quaywatch::cli
