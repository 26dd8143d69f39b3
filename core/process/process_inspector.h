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

/// An ancestor or a child of a process, with its number and name.
struct RelatedProcess {
    ProcessId id;
    std::string name;  ///< As ProcessInfo::name; untrusted text.

    friend bool operator==(const RelatedProcess&, const RelatedProcess&) = default;
};

/// All details of one process, including those that are read only on request.
struct ProcessDetails {
    /// If the requested number is a thread's: the number of its process, to which all other fields
    /// refer.
    std::optional<std::uint32_t> threadOf;
    ProcessInfo info;                      ///< Includes workingDirectory if it may be read.
    std::vector<RelatedProcess> parents;   ///< Nearest first, up to pid 1; at most 64.
    std::vector<RelatedProcess> children;  ///< Direct ones, ascending.
    std::optional<std::string> package;    ///< The package that owns the executable.
    /// info.unit, if its settings make systemd restart it when this process ends.
    std::optional<std::string> restartingUnit;
    /// If systemd passed the unit's sockets to it: the .socket unit, e.g. "cups.socket".
    std::optional<std::string> socketUnit;
    std::vector<Gap> gaps;  ///< Facts that may not be read (Gap::Kind::Process).
};

/// Reads all details of one process. Blocks (files, and the package database): do not call it on
/// the GUI thread.
///
/// @param pid  The number of a process, or of one of its threads: see ProcessDetails::threadOf.
/// @return NotFound if there is no such process; Unsupported if the numbers in /proc are not those
///         of this program's namespace. Facts that may not be read are a gap, not an error.
[[nodiscard]] Result<ProcessDetails> inspectProcess(std::uint32_t pid);

/// Reads the facts about a process that a snapshot contains, but without the name of its user:
/// cheap, and does not wait for a name service.
///
/// @return NotFound if there is no such process.
[[nodiscard]] Result<ProcessInfo> readProcess(std::uint32_t pid);

/// Whether the process can become root although its effective user is another one: its real or
/// saved user is root (credentials(7)). False if that may not be read.
[[nodiscard]] bool canBecomeRoot(std::uint32_t pid);

/// The user, seen from this program's user namespace, who is root in the user namespace of a
/// process: 0 outside of containers. Empty if there is none, or if it is unknown.
[[nodiscard]] std::optional<std::uint32_t> uidOfNamespaceRoot(std::uint32_t pid);

}  // namespace quaywatch
