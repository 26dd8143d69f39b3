// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/plan_attempt.h"

#include "core/message/message_list.h"
#include "core/process/end_text.h"

#include <chrono>
#include <utility>

namespace quaywatch {
namespace {

using PlanClock = std::chrono::steady_clock;

constexpr int kMaxPlanAttempts = 3;
constexpr int kMaxPlanLooks = 100;
constexpr std::chrono::seconds kMaxPlanTime{1};

}  // namespace

/// A process that passes its socket to a child and ends, or that opens it again and again, has not
/// left the port. If each poll finds other sockets, further polls do not count as attempts.
Result<EndPlan> planEndOn(const EndSystem& system, const EndTarget& target,
                          const SnapshotPtr& snapshot)
{
    const auto deadline = PlanClock::now() + kMaxPlanTime;
    PlanAttempt attempt = attemptPlan(system, target, snapshot);
    bool isChanging = false;
    int attempts = 1;
    for (int looks = 1;; ++looks) {
        if (!attempt.haveOwnersEnded && attempt.ownerless.empty()) {
            return std::move(attempt.plan);
        }
        isChanging = isChanging || attempt.haveOwnersEnded;
        if (attempts >= kMaxPlanAttempts || looks >= kMaxPlanLooks ||
            PlanClock::now() >= deadline) {
            break;
        }
        const Result<SnapshotPtr> again = system.look();
        if (!again) {
            return std::move(attempt.plan);
        }
        PlanAttempt next = attemptPlan(system, target, *again);
        const bool areOthers = !attempt.ownerless.empty() && !next.ownerless.empty() &&
                               attempt.ownerless != next.ownerless;
        isChanging = isChanging || areOthers;
        attempts += areOthers ? 0 : 1;
        attempt = std::move(next);
    }
    if (!isChanging) {
        return std::move(attempt.plan);
    }
    return failure(ErrorCode::TimedOut, Message(MessageId::ChangesTooFast, portText(target)));
}

Result<EndPlan> planEnd(const EndTarget& target, const SnapshotPtr& snapshot)
{
    return planEndOn(EndSystem{}, target, snapshot);
}

}  // namespace quaywatch
