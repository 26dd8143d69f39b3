// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/process_info.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// A process named by number and name: an ancestor or a child.
struct RelatedProcess {
    ProcessId id;
    std::string name;  ///< As ProcessInfo::name; a stranger's text.

    friend bool operator==(const RelatedProcess&, const RelatedProcess&) = default;
};

/// Everything about one process that is read only when somebody asks.
struct ProcessDetails {
    /// Where the number that was asked for is a thread's: the number of the process it is of, which
    /// is what all else tells of.
    std::optional<std::uint32_t> threadOf;
    ProcessInfo info;                      ///< workingDirectory is filled where it may be read.
    std::vector<RelatedProcess> parents;   ///< Nearest first, up to pid 1; at most 64.
    std::vector<RelatedProcess> children;  ///< Direct ones, ascending.
    std::optional<std::string> package;    ///< The package that owns the executable.
    /// info.unit, where its settings make systemd start it again when this process ends.
    std::optional<std::string> restartingUnit;
    /// Where systemd handed the unit's sockets over: the .socket unit, e.g. "cups.socket".
    std::optional<std::string> socketUnit;
    std::vector<Gap> gaps;  ///< What may not be read of it (Gap::Kind::Process).
};

/// Reads one process in full. Blocks (files, and the package database): not for the GUI thread.
///
/// @param pid  A process' number, or that of one of its threads: see ProcessDetails::threadOf.
/// @return NotFound if there is no such process; Unsupported where the numbers in /proc are not
/// this
///         program's; what may not be read of it is a gap, not an error.
[[nodiscard]] Result<ProcessDetails> inspectProcess(std::uint32_t pid);

/// What a snapshot knows of a process, read now, but without the name of its user: cheap, and does
/// not wait for a name service.
///
/// @return NotFound if there is no such process.
[[nodiscard]] Result<ProcessInfo> readProcess(std::uint32_t pid);

/// The user, as seen from here, who is root in the user namespace of a process: 0 outside
/// containers. Empty where that is nobody, or not known.
[[nodiscard]] std::optional<std::uint32_t> uidOfNamespaceRoot(std::uint32_t pid);

}  // namespace quaywatch
