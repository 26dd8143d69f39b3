// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_plan.h"

#include "core/base/token_table.h"
#include "core/message/message_list.h"
#include "core/process/end_text.h"
#include "core/process/plan_attempt.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <utility>

namespace quaywatch {
namespace {

using PlanClock = std::chrono::steady_clock;

constexpr int kMaxPlanAttempts = 3;
constexpr int kMaxPlanLooks = 100;
constexpr std::chrono::seconds kMaxPlanTime{1};

}  // namespace

std::string_view token(LeftOut::Reason reason) noexcept
{
    static constexpr std::array<std::string_view, 4> kTokens{"client", "opened-by-another",
                                                             "handed-on", "opener-unknown"};
    return tokenIn(kTokens, reason);
}

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
        const Result<SnapshotPtr> again = system.readListeners();
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
