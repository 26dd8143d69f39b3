// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/listener_end.h"

#include <algorithm>

namespace quaywatch {
namespace {

using Candidates = std::vector<const EndCandidate*>;

bool isEnded(const Candidates& candidates, const ProcessId& process)
{
    return std::any_of(candidates.begin(), candidates.end(),
                       [&process](const EndCandidate* candidate) {
                           return candidate->handle && candidate->details.info.id == process;
                       });
}

bool isWorker(const Candidates& candidates, const ProcessId& process)
{
    return std::any_of(
        candidates.begin(), candidates.end(), [&process](const EndCandidate* candidate) {
            const auto& workers = candidate->workers;
            return candidate->handle && std::any_of(workers.begin(), workers.end(),
                                                    [&process](const RelatedProcess& worker) {
                                                        return worker.id == process;
                                                    });
        });
}

}  // namespace

ListenerEnd endOf(const Candidates& candidates, const SocketRecord& listener)
{
    ListenerEnd end;
    bool hasWorkers = false;
    for (const ProcessPtr& owner : listener.owners()) {
        if (isEnded(candidates, owner->id)) {
            continue;
        }
        if (isWorker(candidates, owner->id)) {
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

ListenerEnd endOf(const EndPlan& plan, const SocketRecord& listener)
{
    Candidates candidates;
    candidates.reserve(plan.candidates.size());
    for (const EndCandidate& candidate : plan.candidates) {
        candidates.push_back(&candidate);
    }
    return endOf(candidates, listener);
}

}  // namespace quaywatch
