// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitor/monitor.h"
#include "core/traffic/traffic_meter.h"

#include <QObject>

#include <chrono>
#include <string>
#include <vector>

namespace quaywatch {

/// Runs a Monitor on the thread it lives on. Owned by MonitorController.
class SnapshotWorker final : public QObject {
    Q_OBJECT

public:
    /// @param baseline  Path of the user's own baseline; empty for none. The files of the baseline
    ///                  are checked before each snapshot, and read again when they have changed.
    SnapshotWorker(const SystemAccess& access, std::string baseline);

    /// The alerts that were held back, combined into one. Call it when the watch ends.
    [[nodiscard]] std::vector<Alert> finish() { return m_monitor.finish(); }

public slots:
    /// Takes one snapshot and answers with updated() or failed(), once. Emits measured() before
    /// updated(), and alerted() after it if there are alerts.
    void sample();
    void setRules(const quaywatch::WatchRules& rules);

signals:
    void measured(const quaywatch::TrafficSamplePtr& sample);
    /// @param elapsed  Duration of the snapshot.
    void updated(const quaywatch::SnapshotUpdate& update, std::chrono::microseconds elapsed);
    void alerted(const std::vector<quaywatch::Alert>& alerts);
    void failed(const quaywatch::Error& error);

private:
    Monitor m_monitor;
    TrafficMeter m_meter;
};

}  // namespace quaywatch
