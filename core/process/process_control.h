// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sockets/process_info.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace quaywatch {

/// Terminate asks a process to end (SIGTERM); Kill ends it (SIGKILL).
enum class ProcessSignal : std::uint8_t { Terminate, Kill };

/// A handle of one process that cannot refer to a later process with the same number: on Linux a
/// pidfd, opened before the start time was compared. Use it from one thread at a time.
class ProcessHandle {
public:
    ProcessHandle() = default;
    ProcessHandle(const ProcessHandle&) = delete;
    ProcessHandle& operator=(const ProcessHandle&) = delete;
    virtual ~ProcessHandle() = default;

    [[nodiscard]] virtual ProcessId id() const noexcept = 0;

    /// Whether the process still holds the socket now.
    /// @return PermissionDenied if its descriptors may not be read, NotFound if it has ended.
    [[nodiscard]] virtual Result<bool> holdsSocket(std::uint64_t inode) const = 0;

    /// Sends the signal to exactly this process.
    /// @return PermissionDenied if this user may not, NotFound if it has ended.
    [[nodiscard]] virtual Result<void> signal(ProcessSignal signal) = 0;

    /// Whether this user may signal it, without sending anything.
    /// @return As signal().
    [[nodiscard]] virtual Result<void> checkPermission() const = 0;

    /// Whether the process is stopped now, so that a SIGTERM is pending until it is continued.
    /// @return Empty if it runs; NotFound if it has ended.
    [[nodiscard]] virtual Result<std::optional<ProcessState>> state() const = 0;

    /// Blocks until the process has ended or the time is up.
    /// @return Whether it has ended (a zombie has).
    [[nodiscard]] virtual Result<bool> waitForExit(std::chrono::milliseconds limit) const = 0;
};

/// Opens a handle of a process.
///
/// @param process  startTime is compared after the handle is opened, so that a process which has
///                 reused the number is never mistaken for the one that was meant.
/// @return NotFound if it has ended or its number belongs to another process now; PermissionDenied
///         for pid 1, kernel threads and this program itself, which are never signaled; Unsupported
///         if the system offers no safe handle: with an osCode on Linux < 5.3, without one if the
///         numbers in /proc differ from those of system calls (see ProcNumbers).
[[nodiscard]] Result<std::unique_ptr<ProcessHandle>> openProcess(const ProcessId& process);

}  // namespace quaywatch
