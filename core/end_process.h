// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Ending the owners of a listener: the plan that is shown before, and the act itself.

#pragma once

#include "core/process_control.h"
#include "core/process_inspector.h"
#include "core/snapshot.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// What to end: the owners of the listeners on a port, or one process.
struct EndTarget {
    std::optional<Port> port;
    std::optional<Protocol> protocol;  ///< With port: only this one.
    std::optional<ProcessId> process;
};

/// One process the plan would end, held from the moment the plan is made.
struct EndCandidate {
    ProcessDetails details;
    std::vector<const SocketRecord*> listeners;  ///< That go down with it; into the snapshot.
    std::vector<RelatedProcess> workers;         ///< Children that share a listener and go with it.
    std::optional<std::string> refusal;  ///< Why it is never signalled (pid 1, kernel, ourselves).
    /// The systemd unit that would start it again, and the .socket unit that holds its port.
    std::optional<std::string> restartingUnit;
    std::optional<std::string> socketUnit;
    std::unique_ptr<ProcessHandle> handle;  ///< Null with a refusal.
};

/// The plan: show it, then carry it out or drop it. Of a parent and its workers that share a
/// listener only the parent is a candidate.
struct EndPlan {
    SnapshotPtr snapshot;  ///< Keeps the records alive.
    std::vector<EndCandidate> candidates;
    std::vector<Gap> gaps;  ///< Owners that may not be seen, with the command that can.
};

/// Makes the plan and takes hold of each process. Blocks: not for the GUI thread.
///
/// @return NotFound if nothing listens there or there is no such process; PermissionDenied if
///         the owners may not be read.
[[nodiscard]] Result<EndPlan> planEnd(const EndTarget& target, const SnapshotPtr& snapshot);

/// What became of one process.
struct EndOutcome {
    enum class Kind : std::uint8_t {
        Ended,       ///< It has ended.
        StillAlive,  ///< Signalled, and it lives on at the end of the wait.
        WasGone,     ///< It had ended before.
        NoLonger,    ///< It does not hold the socket any more; not signalled.
        Refused,     ///< Not permitted, or never to be signalled.
        Failed,      ///< The system failed.
    };
    ProcessId process;
    std::string name;
    Kind kind = Kind::Ended;
    std::string text;  ///< One English sentence.
};

[[nodiscard]] std::string_view token(EndOutcome::Kind kind) noexcept;  ///< "still-alive"

/// Verifies each candidate again (same process, still holds one of its listeners), signals it and
/// waits. Blocks up to `wait` in all.
[[nodiscard]] std::vector<EndOutcome> carryOut(EndPlan& plan, ProcessSignal signal,
                                               std::chrono::milliseconds wait);

}  // namespace quaywatch
