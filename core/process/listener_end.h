// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_plan.h"

#include <cstdint>
#include <vector>

namespace quaywatch {

/// What becomes of a listener when the candidates of a plan have ended.
struct ListenerEnd {
    enum class Kind : std::uint8_t {
        Closes,             ///< Every process that holds it is ended.
        ClosesWithWorkers,  ///< Workers hold it, too; they normally end with their parent.
        StaysOpen,          ///< Others, which are not ended, hold it, too.
        MayStayOpen,        ///< A hidden process may hold it, too.
    };
    Kind kind = Kind::Closes;
    OwnerSet others;  ///< The others of StaysOpen.
};

/// @param candidates  Those of one plan, or of several that are executed together. Those that
///                    cannot be ended count as others.
/// @param listener    One of the plan's snapshot.
[[nodiscard]] ListenerEnd endOf(const std::vector<const EndCandidate*>& candidates,
                                const SocketRecord& listener);
[[nodiscard]] ListenerEnd endOf(const EndPlan& plan, const SocketRecord& listener);

}  // namespace quaywatch
