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
    std::function<bool()> isAbandoned;
};

/// The doors to this machine.
[[nodiscard]] PortLook lookAtThisMachine();

/// Somebody who was not there before, on a port whose owner was ended.
struct NewHolder {
    ProcessPtr process;   ///< Null for one that this user may not see.
    SocketRecord socket;  ///< The first of its listeners on the port.

    /// The unit of the process, else that of the socket.
    [[nodiscard]] std::optional<std::string> unit() const;
};

/// Looks at once, and then again for half a second (a second and a half where a unit is known to
/// start its processes again) until somebody new is seen on the ports that ended processes of the
/// plan listened on: that port alone which the plan is about, if it is about one. Says what was
/// seen; who comes later is not known. Blocks.
///
/// @return Empty if nothing was ended, so that nothing was looked at, or if it could not be read.
[[nodiscard]] std::optional<std::vector<NewHolder>> lookAgain(
    const EndPlan& plan, const std::vector<EndOutcome>& outcomes, const PortLook& look);

/// Adds to the texts of those that ended who holds their port again.
void tellHeldAgain(const EndPlan& plan, const std::vector<NewHolder>& holders,
                   std::vector<EndOutcome>& outcomes);

/// carryOut(), and then lookAgain(); the texts name who holds the port again.
[[nodiscard]] std::vector<EndOutcome> carryOutAndLook(EndPlan& plan, ProcessSignal signal,
                                                      std::chrono::milliseconds wait,
                                                      const std::function<bool()>& isAbandoned);

}  // namespace quaywatch
