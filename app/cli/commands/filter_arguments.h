// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/filter/filter.h"

#include <string>
#include <vector>

namespace quaywatch::cli {

/// Returns the filter that the arguments form, joined by blanks; without arguments, it matches
/// everything.
///
/// @return Malformed, with the position of the error in the text.
[[nodiscard]] Result<Filter> filterOf(const std::vector<std::string>& words);

/// The rows that match, in their order.
[[nodiscard]] std::vector<const SocketRecord*> matching(const Snapshot& snapshot,
                                                        const Filter& filter,
                                                        bool wantsConnections);

}  // namespace quaywatch::cli
