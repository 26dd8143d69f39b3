// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/dialogs/end_plan_set.h"

#include <algorithm>
#include <string>
#include <utility>

namespace quaywatch {

namespace {

/// Removes the candidates whose process was seen before.
void dropSeen(std::vector<EndCandidate>& candidates, std::set<ProcessId>& seen)
{
    const auto isSeen = [&seen](const EndCandidate& candidate) {
        return !seen.insert(candidate.details.info.id).second;
    };
    std::erase_if(candidates, isSeen);
}

}  // namespace

EndPlanSet::EndPlanSet(MonitorController& monitor, std::vector<EndTarget> targets, QObject* parent)
    : QObject(parent)
    , m_monitor(monitor)
    , m_targets(std::move(targets))
{
    connect(&m_monitor, &MonitorController::planReady, this, &EndPlanSet::takePlan);
    connect(&m_monitor, &MonitorController::outcomesReady, this, &EndPlanSet::takeOutcomes);
}

void EndPlanSet::makePlans()
{
    m_plans.clear();
    m_refusals.clear();
    m_next = 0;
    planNext();
}

void EndPlanSet::replaceTargets(std::vector<EndTarget> targets)
{
    m_targets = std::move(targets);
    makePlans();
}

void EndPlanSet::planNext()
{
    if (m_next < m_targets.size()) {
        m_planJob = m_monitor.planEnd(m_targets[m_next]);
        return;
    }
    m_planJob = 0;
    dropRepeated();
    emit planned();
}

void EndPlanSet::takePlan(JobId job, const PlanAnswer& answer)
{
    if (job != m_planJob || m_planJob == 0) {
        return;
    }
    if (answer.plan) {
        m_plans.push_back(*answer.plan);
    } else {
        m_refusals.push_back({m_targets[m_next], answer.plan.error()});
    }
    ++m_next;
    planNext();
}

void EndPlanSet::dropRepeated()
{
    std::set<ProcessId> seen;
    for (const EndPlanPtr& plan : m_plans) {
        dropSeen(plan->candidates, seen);
    }
    for (const EndPlanPtr& plan : m_plans) {
        dropSeen(plan->leftOut, seen);
    }
}

void EndPlanSet::execute(ProcessSignal signal, std::chrono::milliseconds wait)
{
    m_outcomes.clear();
    m_executing.clear();
    for (const EndPlanPtr& plan : m_plans) {
        if (!plan->candidates.empty()) {
            m_executing.insert(m_monitor.execute(plan, signal, wait));
        }
    }
}

void EndPlanSet::takeOutcomes(JobId job, const std::vector<EndOutcome>& outcomes)
{
    if (m_executing.erase(job) == 0) {
        return;
    }
    m_outcomes.insert(m_outcomes.end(), outcomes.begin(), outcomes.end());
    if (m_executing.empty()) {
        emit executed(std::exchange(m_outcomes, {}));
    }
}

void EndPlanSet::takeInLeftOut()
{
    m_refusals.clear();
    for (const EndPlanPtr& plan : m_plans) {
        plan->candidates.clear();
        plan->takeIn();
        plan->gaps.clear();
    }
}

std::vector<const EndCandidate*> EndPlanSet::candidates() const
{
    std::vector<const EndCandidate*> all;
    for (const EndPlanPtr& plan : m_plans) {
        for (const EndCandidate& candidate : plan->candidates) {
            all.push_back(&candidate);
        }
    }
    return all;
}

std::vector<const EndCandidate*> EndPlanSet::leftOut() const
{
    std::vector<const EndCandidate*> all;
    for (const EndPlanPtr& plan : m_plans) {
        for (const EndCandidate& candidate : plan->leftOut) {
            all.push_back(&candidate);
        }
    }
    return all;
}

int EndPlanSet::activePlanCount() const
{
    return static_cast<int>(
        std::count_if(m_plans.begin(), m_plans.end(),
                      [](const EndPlanPtr& plan) { return !plan->candidates.empty(); }));
}

std::optional<UnitStop> EndPlanSet::stop() const
{
    std::optional<UnitStop> whole;
    for (const EndPlanPtr& plan : m_plans) {
        const std::optional<UnitStop> stop = plan->stop();
        if (!stop || (whole && whole->manager != stop->manager)) {
            continue;
        }
        if (!whole) {
            whole = stop;
            continue;
        }
        for (const std::string& unit : stop->units) {
            if (std::find(whole->units.begin(), whole->units.end(), unit) == whole->units.end()) {
                whole->units.push_back(unit);
            }
        }
    }
    return whole;
}

}  // namespace quaywatch
