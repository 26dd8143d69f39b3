// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sampler.h"
#include "core/watch/watcher.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace quaywatch {

/// Makes the source of a worker; asked again at the next sample() if it fails.
using SourceFactory = std::function<Result<std::unique_ptr<SocketSource>>()>;

/// Makes what tells of closed sockets; empty: nobody tells.
using ClosingSourceFactory = std::function<Result<std::unique_ptr<ClosingSource>>()>;

/// Takes snapshots on the thread it lives on and watches them for what is to be told. Owned by
/// MonitorController.
class SnapshotWorker final : public QObject {
    Q_OBJECT

public:
    SnapshotWorker(SourceFactory sourceFactory, ClosingSourceFactory closingSourceFactory,
                   Sampler::RpcQuery rpcQuery);

public slots:
    /// Takes one snapshot and answers with updated() or failed(), once. Behind updated() comes
    /// alerted(), if there is something to tell.
    void sample();
    void setRules(const quaywatch::WatchRules& rules);
    /// Counts from the next snapshot on. See Sampler::setBaseline().
    void setBaseline(const quaywatch::BaselinePtr& baseline,
                     const std::optional<quaywatch::Gap>& problem);

signals:
    /// @param elapsed  What the snapshot took.
    void updated(const quaywatch::SnapshotUpdate& update, std::chrono::microseconds elapsed);
    void alerted(const std::vector<quaywatch::Alert>& alerts);
    void failed(const quaywatch::Error& error);

private:
    void applyRules();

    SourceFactory m_sourceFactory;
    ClosingSourceFactory m_closingSourceFactory;
    Sampler::RpcQuery m_rpcQuery;
    std::optional<Sampler> m_sampler;
    WatchRules m_rules;
    Watcher m_watcher;
    BaselinePtr m_baseline;
    std::optional<Gap> m_baselineProblem;
};

}  // namespace quaywatch
