// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Queries about a finished plan, and the handles of workers.

#include "core/process/end_process.h"
#include "core/process/plan_attempt.h"

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

bool EndPlan::hasDoubtfulOwner() const noexcept
{
    return std::any_of(leftOut.begin(), leftOut.end(), [](const EndCandidate& candidate) {
        return candidate.leftOut && candidate.leftOut->reason != LeftOut::Reason::Client;
    });
}

void EndPlan::takeIn()
{
    std::move(leftOut.begin(), leftOut.end(), std::back_inserter(candidates));
    leftOut.clear();
}

/// If this program may not open enough files for all of them, some handles are closed again, so
/// that the necessary files can still be read.
void holdWorkers(const EndSystem& system, const std::vector<ProcessPtr>& workers,
                 EndCandidate& candidate)
{
    constexpr std::ptrdiff_t kMaxReleased = 8;
    std::vector<std::unique_ptr<ProcessHandle>>& handles = candidate.workerHandles;
    bool areAllHeld = !candidate.refusal;
    for (const ProcessPtr& worker : workers) {
        candidate.workers.push_back({worker->id, worker->name});
        auto handle = areAllHeld ? system.open(worker->id) : failure(ErrorCode::SystemError, {});
        if (areAllHeld && !handle && handle.error().code != ErrorCode::NotFound) {
            areAllHeld = false;
            std::for_each(
                handles.end() - std::min<std::ptrdiff_t>(std::ssize(handles), kMaxReleased),
                handles.end(), [](std::unique_ptr<ProcessHandle>& each) { each.reset(); });
        }
        handles.push_back(handle ? std::move(*handle) : nullptr);
    }
}

}  // namespace quaywatch
