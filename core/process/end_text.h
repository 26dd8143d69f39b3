// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What is said of the target of a plan.

#pragma once

#include "core/process/end_process.h"

#include <cstddef>
#include <string>
#include <vector>

namespace quaywatch {

/// "port 931/tcp"; the target must have a port.
[[nodiscard]] std::string portText(const EndTarget& target);

/// Why there is no process to end where no owner of the listeners is known.
/// @param snapshot   They are of it; its gaps know what helps.
/// @param listeners  At least one.
/// @param hidden  How many of them have owners that may not be seen; 0 means that the kernel itself
///                holds them.
[[nodiscard]] Error noOwnerOf(const Snapshot& snapshot, const EndTarget& target,
                              const std::vector<const SocketRecord*>& listeners, std::size_t hidden,
                              const CurrentUser& viewer);

}  // namespace quaywatch
