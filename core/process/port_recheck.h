// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Finds the processes that hold a port after its owners were ended: a supervisor may have started
/// another one at once.

#pragma once

#include "core/process/end_process.h"
#include "core/sockets/snapshot.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace quaywatch {

/// The system functions that recheckPorts() uses. Tests replace them.
struct PortRecheck {
    /// Reads the listeners of this machine again.
    std::function<Result<SnapshotPtr>()> read;
    /// Sleeps for that time.
    std::function<void(std::chrono::milliseconds)> pause;
    /// Returns true to end the polls. May be empty.
    std::function<bool()> isCanceled;
};

/// The functions for this machine.
[[nodiscard]] PortRecheck recheckOnThisMachine();

/// A process that holds a port whose owner was ended or had left it.
struct NewHolder {
    ProcessPtr process;   ///< Null if this user may not see it.
    SocketRecord socket;  ///< The first of its listeners on the port.
    /// The same socket as before, which a process that was to be ended held: it was handed on, or
    /// had an owner that was not visible.
    bool isSameSocket = false;
    std::optional<Gap> gap = {};  ///< If it is not visible: the reason and the remedy.

    /// The unit of the process, otherwise that of the socket.
    [[nodiscard]] std::optional<std::string> unit() const;
};

/// Polls the ports on which processes of the plan listened that have ended or left them. If the
/// plan is for a port, only that port is polled. Polls at once, and then for half a second (a
/// second and a half if a unit is known to start its processes again), until a process is found
/// there. A worker that still runs counts, other owners from before do not. Later holders are not
/// known. Blocks.
///
/// Polls only once if all processes had left before and no signal was sent.
///
/// @return Empty if no process has left its port, so that nothing was polled, or if a poll failed.
[[nodiscard]] std::optional<std::vector<NewHolder>> recheckPorts(
    const EndPlan& plan, const std::vector<EndOutcome>& outcomes, const PortRecheck& recheck);

/// Adds to the outcomes of the processes that have left their port that it is held, and by which
/// processes (see EndOutcome::isPortHeld). A worker that holds it again gets its own outcome.
void reportNewHolders(const EndPlan& plan, const std::vector<NewHolder>& holders,
                      std::vector<EndOutcome>& outcomes);

/// Calls execute() and then recheckPorts(); the texts name the processes that hold the port again.
[[nodiscard]] std::vector<EndOutcome> executeAndRecheck(EndPlan& plan, ProcessSignal signal,
                                                        std::chrono::milliseconds wait,
                                                        const std::function<bool()>& isCanceled);

}  // namespace quaywatch
