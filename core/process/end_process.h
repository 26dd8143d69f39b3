// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The result for one process.
struct EndOutcome {
    enum class Kind : std::uint8_t {
        Ended,           ///< It has ended.
        StillAlive,      ///< Signaled, but still running at the end of the wait.
        AlreadyExited,   ///< It had ended before.
        ReleasedSocket,  ///< It no longer holds the socket; not signaled.
        Refused,         ///< Not permitted, or never to be signaled.
        Failed,          ///< A system error occurred.
    };
    ProcessId process;
    std::string name;
    Kind kind = Kind::Ended;
    Message text;  ///< One sentence without a full stop.
    /// For a process that is StillAlive after a Terminate: the state in which the signal is
    /// pending.
    std::optional<ProcessState> state = {};
    /// The port should be free but is still held: by the same socket or, if nothing was signaled,
    /// by any. `text` names the holder.
    bool isPortHeld = false;
    /// False for a worker that outlived its parent: it was expected to end with it, so waiting for
    /// it is of no use, while a second run ends it.
    bool wasSignaled = true;
};

[[nodiscard]] std::string_view token(EndOutcome::Kind kind) noexcept;  ///< "still-alive"

/// Checks each candidate again (see SignalCheck), signals it and waits. Blocks up to `wait` in
/// total, and up to a second for each process that holds the port by another socket by now.
///
/// Workers end with their parent; those that do not are reported as StillAlive. Kill is sent to
/// them, too, since a parent that is killed cannot end them. A worker for which no handle can be
/// opened is Refused.
///
/// @param isCanceled  Called several times a second during the wait: true ends it. May be empty.
/// @return One outcome per candidate, in their order, and one for each worker that was killed or
///         still runs and holds the port.
[[nodiscard]] std::vector<EndOutcome> execute(EndPlan& plan, ProcessSignal signal,
                                              std::chrono::milliseconds wait,
                                              const std::function<bool()>& isCanceled = {});

}  // namespace quaywatch
