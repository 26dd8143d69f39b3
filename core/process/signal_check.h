// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Checks a process right before it is signaled: it must be what the plan showed; the guards must
/// still allow ending it, by facts that are read again; and in a plan for a port, it must hold that
/// port. Used to execute a plan.
class SignalCheck {
public:
    /// Why a process is not signaled.
    struct Obstacle {
        EndOutcome::Kind kind = EndOutcome::Kind::Refused;
        MessageId text{};                   ///< Its first arguments are the name and the PID.
        std::vector<MessageArgument> more;  ///< Its further arguments.
    };

    /// @param plan  Must outlive this object.
    explicit SignalCheck(EndPlan& plan);

    /// Checks a candidate or one of its workers. If it no longer holds any of the planned sockets,
    /// the port is polled again, for a second at most; a socket by which it holds the port now is
    /// added to the candidate's.
    ///
    /// @return Empty if it may be signaled; an error if that cannot be read.
    [[nodiscard]] Result<std::optional<Obstacle>> findObstacle(const ProcessHandle& process,
                                                               EndCandidate& candidate);

    /// Whether the process holds a planned socket of the port. True also if no port was named: then
    /// the process itself is the target.
    [[nodiscard]] Result<bool> holdsPort(const ProcessHandle& process,
                                         const EndCandidate& candidate) const;

private:
    using Listeners = std::vector<const SocketRecord*>;
    struct Sight;

    [[nodiscard]] std::optional<Obstacle> guards(const ProcessInfo& now, const Listeners& held,
                                                 const EndCandidate& candidate) const;
    [[nodiscard]] Result<Listeners> heldOf(const ProcessHandle& process,
                                           const EndCandidate& candidate) const;
    [[nodiscard]] Result<std::optional<Obstacle>> checkAgain(const ProcessHandle& process,
                                                             EndCandidate& candidate);
    [[nodiscard]] Sight visibilityOf(const Snapshot& snapshot, const ProcessId& process,
                                     const EndCandidate& candidate) const;
    [[nodiscard]] bool isMeant(const SocketRecord& listener) const;
    [[nodiscard]] bool isInPlaceOf(const SocketRecord& listener,
                                   const EndCandidate& candidate) const;
    [[nodiscard]] Obstacle noLonger() const;

    EndPlan& m_plan;
};

}  // namespace quaywatch
