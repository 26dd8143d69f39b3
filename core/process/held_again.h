// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Who has a port once its owners were ended: a supervisor may have started another at once.

#pragma once

#include "core/process/end_process.h"
#include "core/sockets/snapshot.h"

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace quaywatch {

/// The doors of lookAgain(). Tests put their own behind them.
struct PortLook {
    /// Reads the listeners of this machine again.
    std::function<Result<SnapshotPtr>()> read;
    /// Lets time go by.
    std::function<void(std::chrono::milliseconds)> pause;
    /// True ends the looking. May be empty.
    std::function<bool()> isCanceled;
};

/// The doors to this machine.
[[nodiscard]] PortLook lookAtThisMachine();

/// Who holds a port whose owner was ended, or had left it.
struct NewHolder {
    ProcessPtr process;   ///< Null for one that this user may not see.
    SocketRecord socket;  ///< The first of its listeners on the port.
    /// The socket was there before, held by a process that was to be ended: it was handed on, or
    /// had an owner that could not be seen.
    bool isSameSocket = false;
    std::optional<Gap> gap = {};  ///< Of one that may not be seen: why not, and what shows it.

    /// The unit of the process, else that of the socket.
    [[nodiscard]] std::optional<std::string> unit() const;
};

/// Looks at once, and then again for half a second (a second and a half where a unit is known to
/// start its processes again) until a process is seen on the ports that processes of the plan
/// listened on which have ended, or had left them: that port alone which the plan is about, if it
/// is about one. A worker that lives on counts, other owners from before do not. Says what was
/// seen; who comes later is not known. Blocks.
///
/// Once only where all had left before, and no signal was sent.
///
/// @return Empty if no process has left its port, so that nothing was looked at, or if it could not
///         be read.
[[nodiscard]] std::optional<std::vector<NewHolder>> lookAgain(
    const EndPlan& plan, const std::vector<EndOutcome>& outcomes, const PortLook& look);

/// Adds to the texts of those that have left who holds their port, and that it is held (see
/// EndOutcome::isPortHeld). A worker that holds it again is an outcome of its own.
void tellHeldAgain(const EndPlan& plan, const std::vector<NewHolder>& holders,
                   std::vector<EndOutcome>& outcomes);

/// execute(), and then lookAgain(); the texts name who holds the port again.
[[nodiscard]] std::vector<EndOutcome> carryOutAndLook(EndPlan& plan, ProcessSignal signal,
                                                      std::chrono::milliseconds wait,
                                                      const std::function<bool()>& isCanceled);

}  // namespace quaywatch
