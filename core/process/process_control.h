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

/// One process, held so that it cannot be confused with a later one of the same number: on Linux
/// a pidfd, taken before its start time was compared. Belongs to one thread at a time.
class ProcessHandle {
public:
    ProcessHandle() = default;
    ProcessHandle(const ProcessHandle&) = delete;
    ProcessHandle& operator=(const ProcessHandle&) = delete;
    virtual ~ProcessHandle() = default;

    [[nodiscard]] virtual ProcessId id() const noexcept = 0;

    /// Whether the process, by now, still holds the socket.
    /// @return PermissionDenied where its descriptors may not be read, NotFound if it has ended.
    [[nodiscard]] virtual Result<bool> holdsSocket(std::uint64_t inode) const = 0;

    /// Sends the signal to exactly this process.
    /// @return PermissionDenied where this user may not, NotFound if it has ended.
    [[nodiscard]] virtual Result<void> signal(ProcessSignal signal) = 0;

    /// Whether this user may signal it, without sending anything.
    /// @return As signal().
    [[nodiscard]] virtual Result<void> checkPermission() const = 0;

    /// Whether the process is stopped by now, and keeps a SIGTERM until it is let go on.
    /// @return Empty for one that runs; NotFound if it has ended.
    [[nodiscard]] virtual Result<std::optional<ProcessState>> state() const = 0;

    /// Blocks until the process has ended or the time is over.
    /// @return Whether it has ended (a zombie has).
    [[nodiscard]] virtual Result<bool> waitForExit(std::chrono::milliseconds limit) const = 0;
};

/// Takes hold of a process.
///
/// @param process  startTime is compared after the hold is taken, so a number that has been
///                 reused meanwhile is never taken for the process that was meant.
/// @return NotFound if it has ended or its number belongs to another process now;
///         PermissionDenied for pid 1, kernel threads and this program itself, which are never
///         to be signalled; Unsupported where the system offers no safe handle: with an osCode for
///         Linux < 5.3, without where /proc has other numbers than the kernel takes from us.
[[nodiscard]] Result<std::unique_ptr<ProcessHandle>> openProcess(const ProcessId& process);

}  // namespace quaywatch
