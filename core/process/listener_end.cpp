// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/listener_end.h"

#include <algorithm>

namespace quaywatch {
namespace {

bool isEnded(const EndPlan& plan, const ProcessId& process)
{
    return std::any_of(plan.candidates.begin(), plan.candidates.end(),
                       [&process](const EndCandidate& candidate) {
                           return candidate.handle && candidate.details.info.id == process;
                       });
}

bool isWorker(const EndPlan& plan, const ProcessId& process)
{
    return std::any_of(
        plan.candidates.begin(), plan.candidates.end(), [&process](const EndCandidate& candidate) {
            const auto& workers = candidate.workers;
            return candidate.handle && std::any_of(workers.begin(), workers.end(),
                                                   [&process](const RelatedProcess& worker) {
                                                       return worker.id == process;
                                                   });
        });
}

}  // namespace

ListenerEnd endOf(const EndPlan& plan, const SocketRecord& listener)
{
    ListenerEnd end;
    bool hasWorkers = false;
    for (const ProcessPtr& owner : listener.owners()) {
        if (isEnded(plan, owner->id)) {
            continue;
        }
        if (isWorker(plan, owner->id)) {
            hasWorkers = true;
        } else {
            end.others.push_back(owner);
        }
    }
    if (!end.others.empty()) {
        end.kind = ListenerEnd::Kind::StaysOpen;
    } else if (listener.ownerState == OwnerState::Partial) {
        end.kind = ListenerEnd::Kind::MayStayOpen;
    } else if (hasWorkers) {
        end.kind = ListenerEnd::Kind::ClosesWithWorkers;
    }
    return end;
}

}  // namespace quaywatch
