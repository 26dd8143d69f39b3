// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/query_worker.h"
#include "app/monitor/snapshot_worker.h"
#include "app/monitor/update_hold.h"
#include "core/traffic/port_activity.h"
#include "core/traffic/traffic_series.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// Runs the poll and the slow requests on two threads of its own and delivers the answers on the
/// thread it lives on (the GUI thread). Only finish() and the destructor block: they wait for the
/// running request, and cut short a wait for a process to end. If no thread can be started, all
/// work runs on the thread it lives on, which then blocks.
///
/// The next poll starts one interval after the last answer arrived, so polls never pile up.
class MonitorController final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonitorController)

public:
    /// @param rules  Apply until setRules() is called.
    explicit MonitorController(const SystemAccess& access, WatchRules rules = {},
                               QObject* parent = nullptr);
    ~MonitorController() override;

    /// Takes the first snapshot now.
    void start();
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] std::chrono::milliseconds interval() const;
    /// While paused, the window keeps what it shows: there is no shown(). The polls go on, for the
    /// alerts and the history.
    void setPaused(bool isPaused);
    [[nodiscard]] bool isPaused() const noexcept { return m_hold.isHolding(); }
    /// How many rows have changed since what the window shows; 0 unless paused.
    [[nodiscard]] std::size_t waitingCount() const noexcept { return m_hold.waitingCount(); }
    /// Takes a snapshot now, and shows it also while paused. If one is running, that one is shown.
    void refreshNow();

    /// Ends the watch, before the program ends: waits for a running poll, and emits its update and
    /// the alerts that were held back. No poll follows.
    void finish();

    /// Sets the watch rules. Whether a baseline is active depends on its file, not on the rules.
    void setRules(const WatchRules& rules);
    [[nodiscard]] const WatchRules& rules() const noexcept { return m_rules; }
    /// Path of the user's own baseline, which is read again whenever it has changed; empty for
    /// none.
    [[nodiscard]] const std::string& baselinePath() const noexcept { return m_baselinePath; }
    /// Folder of the system's baseline files; empty for none.
    [[nodiscard]] const std::string& systemBaselineFolder() const noexcept
    {
        return m_systemBaselineFolder;
    }

    /// The last snapshot; null before the first.
    [[nodiscard]] const SnapshotPtr& snapshot() const noexcept { return m_snapshot; }
    /// The snapshot that the window shows: of the last shown(); null before the first.
    [[nodiscard]] const SnapshotPtr& shownSnapshot() const noexcept { return m_hold.shown(); }
    /// Connection activity of each port since start(), including the last snapshot.
    [[nodiscard]] const PortActivity& activity() const noexcept { return m_activity; }
    /// Traffic of ports and programs, including the last snapshot.
    [[nodiscard]] const TrafficSeries& traffic() const noexcept { return m_traffic; }
    /// Duration of the last snapshot.
    [[nodiscard]] std::chrono::microseconds elapsed() const noexcept { return m_elapsed; }

    /// Answered by detailsReady(), unless a later request replaces it.
    void requestDetails(std::uint32_t pid);
    /// Answered by explanationReady(), unless a later request replaces it.
    void requestExplanation(Port port, std::optional<Protocol> protocol);
    /// Answered by reportReady().
    void requestReport();
    /// Drops the running requests of requestDetails() and requestExplanation().
    void forgetRequests();
    /// Answered by planReady() with the job returned here.
    JobId planEnd(const EndTarget& target);
    /// Answered by outcomesReady(). Do not use the plan until then.
    JobId execute(const EndPlanPtr& plan, ProcessSignal signal, std::chrono::milliseconds wait);

signals:
    /// Emitted before the updated() of the same snapshot.
    void measured(const quaywatch::TrafficSamplePtr& sample);
    void updated(const quaywatch::SnapshotUpdate& update);
    /// What the window is to show, emitted after updated(): the step from the last shown() to the
    /// last snapshot. While paused only after refreshNow(); at its end what was held back.
    void shown(const quaywatch::SnapshotUpdate& update);
    /// The last snapshot was held back; waitingCount() may have another value.
    void waitingChanged();
    /// Alerts for the user, emitted after the updated() of the same snapshot. They include repeats
    /// (Alert::isRepeat), which AlertList handles.
    void alerted(const std::vector<quaywatch::Alert>& alerts);
    void failed(const quaywatch::Error& error);
    void pausedChanged(bool isPaused);
    void intervalChanged(std::chrono::milliseconds interval);
    void detailsReady(const quaywatch::DetailsAnswer& answer);
    void explanationReady(const quaywatch::PortAnswer& answer);
    /// @param text  What can be read on this machine, for a report of a problem; see doctorText().
    void reportReady(const std::string& text);
    void planReady(quaywatch::JobId job, const quaywatch::PlanAnswer& answer);
    void outcomesReady(quaywatch::JobId job, const std::vector<quaywatch::EndOutcome>& outcomes);

private:
    void connectWorkers();
    void sampleNow();
    void show(const std::optional<SnapshotUpdate>& update);
    void arm();

    std::string m_baselinePath;
    std::string m_systemBaselineFolder;
    QThread m_pollThread;
    QThread m_queryThread;
    SnapshotWorker* m_poll;  // Ends with its thread, or with this.
    QueryWorker* m_query;    // Ends with its thread, or with this.
    QTimer m_timer;
    WatchRules m_rules;
    SnapshotPtr m_snapshot;
    UpdateHold m_hold;
    PortActivity m_activity;
    TrafficSeries m_traffic;
    std::chrono::microseconds m_elapsed{0};
    JobId m_lastJob = 0;
    bool m_isSampling = false;
    bool m_isFinished = false;
};

}  // namespace quaywatch
