// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"

#include <QObject>

#include <chrono>
#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace quaywatch {

/// The plans to end the owners of several targets: one plan for each target, made one after the
/// other. A process that several plans contain is kept in the first one only. Belongs to the GUI
/// thread; the plans are made and executed by the monitor.
class EndPlanSet final : public QObject {
    Q_OBJECT

public:
    /// A target for which there is no plan.
    struct Refusal {
        EndTarget target;
        Error error;
    };

    /// @param monitor  Must outlive this object.
    EndPlanSet(MonitorController& monitor, std::vector<EndTarget> targets,
               QObject* parent = nullptr);

    /// Makes the plans, answered by planned(). A target that cannot be planned is in refusals().
    void makePlans();
    /// Continues with other targets, answered by planned().
    void replaceTargets(std::vector<EndTarget> targets);
    /// Executes all plans that have candidates, answered by executed(). It is not canceled if this
    /// object is deleted. Do not use the plans until it is answered.
    void execute(ProcessSignal signal, std::chrono::milliseconds wait);
    /// Drops the candidates and what is said about them, and continues with those left out.
    void takeInLeftOut();

    [[nodiscard]] const std::vector<EndTarget>& targets() const noexcept { return m_targets; }
    [[nodiscard]] const std::vector<EndPlanPtr>& plans() const noexcept { return m_plans; }
    [[nodiscard]] const std::vector<Refusal>& refusals() const noexcept { return m_refusals; }
    [[nodiscard]] std::vector<const EndCandidate*> candidates() const;
    [[nodiscard]] std::vector<const EndCandidate*> leftOut() const;
    /// The number of plans that execute() executes.
    [[nodiscard]] int activePlanCount() const;
    /// The units of all candidates that one call can stop; empty if there are none.
    [[nodiscard]] std::optional<UnitStop> stop() const;

signals:
    void planned();
    /// In the order of the plans.
    void executed(const std::vector<quaywatch::EndOutcome>& outcomes);

private:
    void planNext();
    void takePlan(JobId job, const PlanAnswer& answer);
    void takeOutcomes(JobId job, const std::vector<EndOutcome>& outcomes);
    void dropRepeated();

    MonitorController& m_monitor;
    std::vector<EndTarget> m_targets;
    std::vector<EndPlanPtr> m_plans;
    std::vector<Refusal> m_refusals;
    std::size_t m_next = 0;       // The target that is being planned.
    JobId m_planJob = 0;          // 0: none.
    std::set<JobId> m_executing;  // Jobs without an answer.
    std::vector<EndOutcome> m_outcomes;
};

}  // namespace quaywatch
