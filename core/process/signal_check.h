// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Verifies a process right before it is signaled: that it is what the plan showed, that the guards
/// still let it be ended, by facts read now, and, of a plan for a port, that it holds that port.
/// Part of carrying a plan out.
class SignalCheck {
public:
    /// Why a process is not signaled.
    struct Obstacle {
        EndOutcome::Kind kind = EndOutcome::Kind::Refused;
        std::string predicate;  ///< "had ended before"
    };

    /// @param plan  Must outlive it.
    explicit SignalCheck(EndPlan& plan);

    /// Asks of a candidate or one of its workers. Where it holds none of the planned sockets any
    /// more, the port is looked at again, for a second at most; a socket by which it holds the port
    /// now is added to the candidate's.
    ///
    /// @return Empty if it may be signaled; an error where that cannot be read.
    [[nodiscard]] Result<std::optional<Obstacle>> findObstacle(const ProcessHandle& process,
                                                               EndCandidate& candidate);

    /// Whether the process holds a planned socket of the port. True as well where no port was
    /// named: then the process itself is meant.
    [[nodiscard]] Result<bool> holdsPort(const ProcessHandle& process,
                                         const EndCandidate& candidate) const;

private:
    using Listeners = std::vector<const SocketRecord*>;
    struct Sight;

    [[nodiscard]] std::optional<Obstacle> guards(const ProcessInfo& now, const Listeners& held,
                                                 const EndCandidate& candidate) const;
    [[nodiscard]] Result<Listeners> heldOf(const ProcessHandle& process,
                                           const EndCandidate& candidate) const;
    [[nodiscard]] Result<std::optional<Obstacle>> lookAgain(const ProcessHandle& process,
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
