// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/finding.h"
#include "core/watch/watch_rules.h"

#include <functional>

namespace quaywatch {

using FindingSink = std::function<void(Finding)>;

/// What the rules that look at one listener by itself find. Of those that say that it should not be
/// there only the gravest is told.
/// @param isReported  Another rule has told of this listener already.
void findInListener(const SocketRecord& listener, const WatchRules& rules, bool isReported,
                    const FindingSink& sink);

/// The matter of an unexpected listener on a vacant port.
[[nodiscard]] std::string unassignedListenerMatter(const SocketRecord& listener);

}  // namespace quaywatch
