// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What a plan says of itself once it is made.

#include "core/process/end_process.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quaywatch {

std::optional<UnitStop> EndPlan::stop() const
{
    std::optional<UnitStop> whole;
    for (const EndCandidate& candidate : candidates) {
        if (!candidate.stop || (whole && whole->manager != candidate.stop->manager)) {
            continue;
        }
        if (!whole) {
            whole = candidate.stop;
            continue;
        }
        for (const std::string& unit : candidate.stop->units) {
            if (std::find(whole->units.begin(), whole->units.end(), unit) == whole->units.end()) {
                whole->units.push_back(unit);
            }
        }
    }
    return whole;
}

bool EndPlan::hasLeftOut(LeftOut::Reason reason) const noexcept
{
    return std::any_of(leftOut.begin(), leftOut.end(), [reason](const EndCandidate& candidate) {
        return candidate.leftOut && candidate.leftOut->reason == reason;
    });
}

void EndPlan::takeIn()
{
    std::move(leftOut.begin(), leftOut.end(), std::back_inserter(candidates));
    leftOut.clear();
}

}  // namespace quaywatch
