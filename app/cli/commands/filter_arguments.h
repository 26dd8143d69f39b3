// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/filter/filter.h"

#include <string>
#include <vector>

namespace quaywatch::cli {

/// The filter that the words of a command line make, joined by blanks; no words match everything.
///
/// @return Malformed, with the place of what is wrong in the text.
[[nodiscard]] Result<Filter> filterOf(const std::vector<std::string>& words);

/// The rows that match, in their order.
[[nodiscard]] std::vector<const SocketRecord*> matching(const Snapshot& snapshot,
                                                        const Filter& filter,
                                                        bool wantsConnections);

}  // namespace quaywatch::cli
