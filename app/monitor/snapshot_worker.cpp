// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/snapshot_worker.h"

#include <memory>
#include <utility>

namespace quaywatch {

SnapshotWorker::SnapshotWorker(const SystemAccess& access, std::string baseline)
    : m_monitor(access, BaselineReloader(std::move(baseline), BaselineReloader::IfMissing::IsNone,
                                         access.systemBaselineFolder))
{
}

void SnapshotWorker::sample()
{
    const auto start = std::chrono::steady_clock::now();
    const Result<MonitorUpdate> poll = m_monitor.poll();
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    if (!poll) {
        emit failed(poll.error());
        return;
    }
    emit measured(std::make_shared<const TrafficSample>(m_meter.measure(poll->update)));
    emit updated(poll->update, elapsed);
    if (!poll->alerts.empty()) {
        emit alerted(poll->alerts);
    }
}

void SnapshotWorker::setRules(const WatchRules& rules)
{
    m_monitor.setRules(rules);
}

}  // namespace quaywatch
