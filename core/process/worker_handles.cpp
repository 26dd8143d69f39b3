// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/worker_handles.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace quaywatch {

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
