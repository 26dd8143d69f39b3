// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/finding.h"
#include "core/watch/watch_rules.h"

#include <functional>

namespace quaywatch {

using FindingSink = std::function<void(Finding)>;

/// What is known about a listener beside its row.
struct ListenerContext {
    bool isReported = false;            ///< Another rule has already reported it.
    bool isFirstPoll = false;           ///< No snapshot was read before.
    const SocketRecord* was = nullptr;  ///< Its row in the snapshot before; null if not needed.
};

/// Whether findInListener() needs ListenerContext::was for this row.
[[nodiscard]] bool needsEarlierRow(const SocketRecord& listener) noexcept;

/// Applies the rules that check one listener on its own. Of the rules by which it should not exist,
/// only the most severe is reported.
void findInListener(const SocketRecord& listener, const WatchRules& rules,
                    const ListenerContext& context, const FindingSink& sink);

/// The dedupKey of an unexpected listener on an unassigned port.
[[nodiscard]] std::string unassignedListenerKey(const SocketRecord& listener);

}  // namespace quaywatch
