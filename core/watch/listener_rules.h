// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/finding.h"
#include "core/watch/watch_rules.h"

#include <functional>

namespace quaywatch {

using FindingSink = std::function<void(Finding)>;

/// Applies the rules that check one listener on its own. Of the rules by which it should not exist,
/// only the most severe is reported.
/// @param isReported  Another rule has already reported this listener.
void findInListener(const SocketRecord& listener, const WatchRules& rules, bool isReported,
                    const FindingSink& sink);

/// The dedupKey of an unexpected listener on an unassigned port.
[[nodiscard]] std::string unassignedListenerKey(const SocketRecord& listener);

}  // namespace quaywatch
