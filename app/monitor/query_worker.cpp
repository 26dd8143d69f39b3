// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/query_worker.h"

#include <utility>

namespace quaywatch {

SlowQuestions SlowQuestions::ofThisMachine()
{
    SlowQuestions questions;
    questions.explain = [](Port port, std::optional<Protocol> protocol, const Snapshot& snapshot) {
        return explainPort(port, protocol, snapshot, readBindRules(), readCurrentUser());
    };
    return questions;
}

QueryWorker::QueryWorker(SlowQuestions questions)
    : m_questions(std::move(questions))
{
}

void QueryWorker::inspect(JobId job, std::uint32_t pid)
{
    if (job >= newestInspection) {
        emit inspected(job, {m_questions.inspect(pid)});
    }
}

void QueryWorker::explain(JobId job, Port port, std::optional<Protocol> protocol,
                          const SnapshotPtr& snapshot)
{
    if (job >= newestExplanation) {
        emit explained(job, {snapshot, m_questions.explain(port, protocol, *snapshot)});
    }
}

void QueryWorker::plan(JobId job, const EndTarget& target, const SnapshotPtr& snapshot)
{
    if (isEnding) {
        return;
    }
    Result<EndPlan> plan = m_questions.plan(target, snapshot);
    if (plan) {
        emit planned(job, {std::make_shared<EndPlan>(std::move(*plan))});
    } else {
        emit planned(job, {tl::unexpected(plan.error())});
    }
}

void QueryWorker::execute(JobId job, const EndPlanPtr& plan, ProcessSignal signal,
                          std::chrono::milliseconds wait)
{
    emit carriedOut(job,
                    m_questions.execute(*plan, signal, wait, [this] { return isEnding.load(); }));
}

}  // namespace quaywatch
