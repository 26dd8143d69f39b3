// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/snapshot_worker.h"

#include <utility>

namespace quaywatch {

SnapshotWorker::SnapshotWorker(SourceFactory sourceFactory,
                               ClosingSourceFactory closingSourceFactory,
                               Sampler::RpcQuery rpcQuery)
    : m_sourceFactory(std::move(sourceFactory))
    , m_closingSourceFactory(std::move(closingSourceFactory))
    , m_rpcQuery(std::move(rpcQuery))
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
        m_sampler.emplace(std::move(*source), m_rpcQuery);
        if (m_closingSourceFactory) {
            m_sampler->watchClosings(m_closingSourceFactory());
        }
    }
    const auto start = std::chrono::steady_clock::now();
    const Result<SnapshotUpdate> update = m_sampler->sample();
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now() - start);
    if (update) {
        emit updated(*update, elapsed);
    } else {
        emit failed(update.error());
    }
}

}  // namespace quaywatch
