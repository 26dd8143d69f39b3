// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Texts about the target of a plan.

#pragma once

#include "core/process/end_plan.h"

#include <cstddef>
#include <vector>

namespace quaywatch {

/// The port as text, "port 931/tcp"; the target must have a port.
[[nodiscard]] Message portText(const EndTarget& target);

/// The error for a port whose listeners have no known owner, so that there is no process to end.
/// @param snapshot   The snapshot with the listeners; its gaps contain remedies.
/// @param listeners  At least one.
/// @param hidden     How many of them have owners that this user may not see; 0 means that the
///                   kernel itself holds them.
[[nodiscard]] Error noOwnerOf(const Snapshot& snapshot, const EndTarget& target,
                              const std::vector<const SocketRecord*>& listeners, std::size_t hidden,
                              const CurrentUser& currentUser);

/// The command with which root could end the target; empty for root, to whom sudo gives nothing.
[[nodiscard]] Message killRemedyFor(const EndTarget& target, const CurrentUser& currentUser);

/// Why the user may not end the process.
[[nodiscard]] Message whyNotPermitted(const ProcessInfo& process, const CurrentUser& currentUser);

}  // namespace quaywatch
