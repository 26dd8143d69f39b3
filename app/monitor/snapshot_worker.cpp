// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/snapshot_worker.h"

#include <utility>

namespace quaywatch {

SnapshotWorker::SnapshotWorker(SourceFactory sourceFactory,
                               CloseEventSourceFactory closeEventSourceFactory,
                               Sampler::RpcQuery rpcQuery,
                               std::shared_ptr<ProgramEvidence> evidence)
    : m_sourceFactory(std::move(sourceFactory))
    , m_closingSourceFactory(std::move(closeEventSourceFactory))
    , m_rpcQuery(std::move(rpcQuery))
    , m_evidence(std::move(evidence))
{
}

void SnapshotWorker::sample()
{
    // The source is made here, not in the constructor, so that it belongs to the worker's thread.
    if (!m_sampler) {
        Result<std::unique_ptr<SocketSource>> source = m_sourceFactory();
        if (!source) {
            emit failed(source.error());
            return;
        }
        m_sampler.emplace(std::move(*source), m_rpcQuery, m_evidence);
        if (m_closingSourceFactory) {
            m_sampler->watchCloses(m_closingSourceFactory());
        }
        applyBaseline();
    }
    if (m_baseline.refresh()) {
        applyBaseline();
    }
    const auto start = std::chrono::steady_clock::now();
    const Result<SnapshotUpdate> update = m_sampler->sample();
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    if (update) {
        const std::vector<Alert> alerts = m_watcher.observe(*update);
        emit measured(std::make_shared<const TrafficSample>(m_meter.measure(*update)));
        emit updated(*update, elapsed);
        if (!alerts.empty()) {
            emit alerted(alerts);
        }
    } else {
        emit failed(update.error());
    }
}

void SnapshotWorker::setRules(const WatchRules& rules)
{
    m_rules = rules;
    applyRules();
}

void SnapshotWorker::followBaseline(const std::string& path)
{
    m_baseline = BaselineKeeper(path);
    applyBaseline();
}

void SnapshotWorker::applyBaseline()
{
    if (m_sampler) {
        m_sampler->setBaseline(m_baseline.current(), m_baseline.problem());
    }
    applyRules();
}

/// A baseline without entries counts as no baseline: otherwise, every listener would be new.
void SnapshotWorker::applyRules()
{
    WatchRules rules = m_rules;
    const BaselinePtr& baseline = m_baseline.current();
    rules.hasBaseline = baseline && !baseline->entries().empty();
    m_watcher.setRules(rules);
}

}  // namespace quaywatch
