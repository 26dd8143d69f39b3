// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_file.h"
#include "core/sampling/sampler.h"
#include "core/traffic/traffic_meter.h"
#include "core/watch/watcher.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Makes the source of a worker; called again at the next sample() if it fails.
using SourceFactory = std::function<Result<std::unique_ptr<SocketSource>>()>;

/// Makes the source of close events; empty: there are no close events.
using CloseEventSourceFactory = std::function<Result<std::unique_ptr<CloseEventSource>>()>;

/// Takes snapshots on the thread it lives on and watches them for alerts. Owned by
/// MonitorController.
class SnapshotWorker final : public QObject {
    Q_OBJECT

public:
    SnapshotWorker(SourceFactory sourceFactory, CloseEventSourceFactory closeEventSourceFactory,
                   Sampler::RpcQuery rpcQuery, std::shared_ptr<ProgramEvidence> evidence);

public slots:
    /// Takes one snapshot and answers with updated() or failed(), once. Emits measured() before
    /// updated(), and alerted() after it if there are alerts.
    void sample();
    void setRules(const quaywatch::WatchRules& rules);
    /// Sets the baseline file. The file is checked before each snapshot and read again when it has
    /// changed. Empty for none.
    void followBaseline(const std::string& path);

signals:
    void measured(const quaywatch::TrafficSamplePtr& sample);
    /// @param elapsed  Duration of the snapshot.
    void updated(const quaywatch::SnapshotUpdate& update, std::chrono::microseconds elapsed);
    void alerted(const std::vector<quaywatch::Alert>& alerts);
    void failed(const quaywatch::Error& error);

private:
    void applyBaseline();
    void applyRules();

    SourceFactory m_sourceFactory;
    CloseEventSourceFactory m_closingSourceFactory;
    Sampler::RpcQuery m_rpcQuery;
    std::shared_ptr<ProgramEvidence> m_evidence;
    std::optional<Sampler> m_sampler;
    WatchRules m_rules;
    Watcher m_watcher;
    TrafficMeter m_meter;
    BaselineKeeper m_baseline;
};

}  // namespace quaywatch
