// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/query_worker.h"

#include "core/doctor/doctor_text.h"

#include <utility>

namespace quaywatch {

QueryWorker::QueryWorker(SystemAccess access)
    : m_access(std::move(access))
{
}

void QueryWorker::inspect(JobId job, std::uint32_t pid)
{
    if (inspectRequests.isLatest(job)) {
        emit inspected(job, {m_access.inspect(pid)});
    }
}

void QueryWorker::explain(JobId job, Port port, std::optional<Protocol> protocol,
                          const SnapshotPtr& snapshot)
{
    if (explainRequests.isLatest(job)) {
        emit explained(job, {snapshot, m_access.explain(port, protocol, *snapshot)});
    }
}

void QueryWorker::plan(JobId job, const EndTarget& target, const SnapshotPtr& snapshot)
{
    if (isEnding) {
        return;
    }
    Result<EndPlan> plan = m_access.planEnd(target, snapshot);
    if (plan) {
        emit planned(job, {std::make_shared<EndPlan>(std::move(*plan))});
    } else {
        emit planned(job, {tl::unexpected(plan.error())});
    }
}

void QueryWorker::examine()
{
    if (!isEnding) {
        emit examined(doctorText(quaywatch::examine(m_access, QUAYWATCH_VERSION)));
    }
}

void QueryWorker::execute(JobId job, const EndPlanPtr& plan, ProcessSignal signal,
                          std::chrono::milliseconds wait)
{
    emit carriedOut(job, m_access.execute(*plan, signal, wait, [this] { return isEnding.load(); }));
}

}  // namespace quaywatch
