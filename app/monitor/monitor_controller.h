// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/query_worker.h"
#include "app/monitor/snapshot_worker.h"
#include "core/traffic/port_activity.h"
#include "core/traffic/traffic_series.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Where the monitor gets its answers: this machine, or a test.
struct MonitorDoors {
    SourceFactory source;
    CloseEventSourceFactory closes;
    Sampler::RpcQuery rpc;
    std::shared_ptr<ProgramEvidence> evidence;  ///< May be null; asked on the poll's thread alone.
    SlowQuestions questions;
    WatchRules rules;
    std::string baselinePath;  ///< Empty for none.

    [[nodiscard]] static MonitorDoors ofThisMachine();
};

/// Runs the poll and the slow questions on two threads of its own and brings the answers to the
/// thread it lives on (the GUI thread). Nothing here blocks but the destructor, which waits for a
/// question under way; the wait for a process to end is cut short by it. Where no thread may be
/// started, all is done on the thread it lives on, which then does block.
///
/// The next poll is due one interval after the last answer arrived, so polls never pile up.
class MonitorController final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorController)

public:
    explicit MonitorController(MonitorDoors doors, QObject* parent = nullptr);
    ~MonitorController() override;

    /// Takes the first snapshot now.
    void start();
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const;
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const noexcept { return m_isPaused; }
    /// Takes a snapshot now, also while paused. Does nothing while one is under way.
    void refreshNow();

    /// What to watch for; those of the doors until this is called. Whether a baseline is in force
    /// is known from its file, not from the rules.
    void setRules(const WatchRules& rules);
    [[nodiscard]] const WatchRules& rules() const noexcept { return m_rules; }
    /// The file of what is expected, which is read again whenever it has changed; empty for none.
    [[nodiscard]] const std::string& baselinePath() const noexcept { return m_baselinePath; }

    /// The last snapshot; null before the first.
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// What came to each port since start(), the last snapshot's news among it.
    [[nodiscard]] const PortActivity& activity() const noexcept { return m_activity; }
    /// How busy ports and programs were, the last snapshot's news among it.
    [[nodiscard]] const TrafficSeries& traffic() const noexcept { return m_traffic; }
    /// What the last snapshot took.
    [[nodiscard]] std::chrono::microseconds elapsed() const noexcept { return m_elapsed; }

    /// Answered by detailsReady(), unless a later request overtakes it.
    void requestDetails(std::uint32_t pid);
    /// Answered by explanationReady(), unless a later request overtakes it.
    void requestExplanation(Port port, std::optional<Protocol> protocol);
    /// Drops what requestDetails() and requestExplanation() have under way.
    void forgetRequests();
    /// Answered by planReady() with the job returned here..
    JobId planEnd(const EndTarget& target);
    /// Answered by outcomesReady(). Leave the plan alone until then.
    JobId execute(const EndPlanPtr& plan, ProcessSignal signal, std::chrono::milliseconds wait);

signals:
    /// Comes before the updated() it was measured from.
    void measured(const quaywatch::TrafficSamplePtr& sample);
    void updated(const quaywatch::SnapshotUpdate& update);
    /// What a person should be told, behind the updated() it comes from. Repeats are among them
    /// (Alert::isRepeat): AlertBook knows what to make of each.
    void alerted(const std::vector<quaywatch::Alert>& alerts);
    void failed(const quaywatch::Error& error);
    void pausedChanged(bool isPaused);
    void intervalChanged(std::chrono::milliseconds interval);
    void detailsReady(const quaywatch::DetailsAnswer& answer);
    void explanationReady(const quaywatch::PortAnswer& answer);
    void planReady(quaywatch::JobId job, const quaywatch::PlanAnswer& answer);
    void outcomesReady(quaywatch::JobId job, const std::vector<quaywatch::EndOutcome>& outcomes);

private:
    void connectWorkers();
    void sampleNow();
    void arm();

    QThread m_pollThread;
    QThread m_queryThread;
    SnapshotWorker* m_poll;  // Ends with its thread, or with this.
    QueryWorker* m_query;    // Ends with its thread, or with this.
    QTimer m_timer;
    WatchRules m_rules;
    std::string m_baselinePath;
    SnapshotPtr m_snapshot;
    PortActivity m_activity;
    TrafficSeries m_traffic;
    std::chrono::microseconds m_elapsed{0};
    JobId m_lastJob = 0;
    bool m_isPaused = false;
    bool m_isSampling = false;
};

}  // namespace quaywatch
