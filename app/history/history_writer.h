// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// First, or moc of Qt 6.4 fails to parse <compare>, which core includes.
#include <QObject>

#include "app/history/history_changes.h"
#include "app/history/history_past.h"
#include "app/history/history_queries.h"
#include "app/history/store/history_recorder.h"
#include "app/history/store/history_store.h"
#include "core/watch/alert.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// Numbers the questions, so that an answer nobody waits for any more can be told apart.
using HistoryJob = std::uint64_t;

/// Whether the history is kept and can be read, and if not, why.
struct HistoryStatus {
    bool isRecording = false;
    bool isReadable = false;
    std::optional<HistoryProblem> problem;
    QString setAside;  ///< Where a damaged file was put in this run; else empty.
};

/// What the user wants of the history.
struct HistorySettings {
    bool isOn = true;  ///< Off: nothing is written; what there is can still be read.
    HistoryLimits limits;

    friend bool operator==(const HistorySettings&, const HistorySettings&) = default;
};

// Qt's meta types compare whatever can be compared, which tl::expected always claims of itself:
// so it travels in a struct.
struct TimelineAnswer {
    HistoryResult<TimelinePage> page;
    std::optional<PortTotals> traffic;  ///< Of the last day, where the search is for one port.
};
struct ChangesAnswer {
    HistoryResult<HistoryChanges> changes;
};
struct OverviewAnswer {
    HistoryResult<HistoryOverview> overview;
};
struct PastAnswer {
    TrafficScope subject;
    HistoryResult<std::vector<PastMinute>> minutes;
};

/// Keeps the history on the thread it lives on: gathers what happened, writes it in batches, asks
/// the file. Owned by HistoryController. Trouble never ends the program or the recording for good:
/// it is told, what happened meanwhile is kept as long as memory allows, and tried again.
class HistoryWriter final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kBatchTime{2};
    /// How often the file hears that we still watch, and how often what failed is tried again.
    static constexpr std::chrono::seconds kHeartbeat{60};
    /// So long the clock must run steadily before anything is forgotten for its age.
    static constexpr std::chrono::minutes kSteadyTime{10};
    static constexpr std::size_t kMaxPending = 20'000;
    static constexpr std::size_t kMaxPendingMinutes = 60;
    static constexpr std::size_t kPageSize = 200;
    static constexpr std::size_t kMaxChanges = 2'000;

    /// @param path  Of the file; empty: there is no history.
    explicit HistoryWriter(QString path);

    /// What was asked for before these is not answered; any thread.
    std::atomic<HistoryJob> newestTimeline{0};
    std::atomic<HistoryJob> newestChanges{0};
    std::atomic<HistoryJob> newestPast{0};

    void setSettings(const HistorySettings& settings);
    /// Answers with taken().
    /// @param samples  What was measured up to the update, and not yet recorded.
    void record(const SnapshotUpdate& update, const std::vector<TrafficSamplePtr>& samples = {});
    void recordAlerts(const std::vector<Alert>& alerts);
    /// Writes what is gathered.
    void flush();
    /// Writes what is gathered, notes that the watching ended in order, and closes.
    void finish();

    void askTimeline(HistoryJob job, const HistorySearch& search,
                     const std::optional<HistoryCursor>& after, HistoryTime now);
    void askChanges(HistoryJob job, HistoryTime since, const HistorySearch& search,
                    HistoryTime now);
    void askOverview(HistoryTime now);
    /// The minutes of the last day.
    void askPast(HistoryJob job, const TrafficScope& subject, HistoryTime now);
    void savePoint(const QString& name, HistoryTime at);
    void forgetPoint(std::int64_t id);

signals:
    void taken();
    /// Something new is in the file.
    void recorded();
    void statusChanged(const quaywatch::HistoryStatus& status);
    void timelineRead(quaywatch::HistoryJob job, const quaywatch::TimelineAnswer& answer);
    void changesRead(quaywatch::HistoryJob job, const quaywatch::ChangesAnswer& answer);
    void overviewRead(const quaywatch::OverviewAnswer& answer);
    void pastRead(quaywatch::HistoryJob job, const quaywatch::PastAnswer& answer);

private:
    bool isOpenBy(HistoryTime now);
    void beginRecording();
    void stopRecording();
    void fail(const HistoryProblem& problem);
    void failReading(const HistoryProblem& problem);
    [[nodiscard]] HistoryResult<OpenedHistory> open(HistoryTime now);
    void closeForNow();
    void tell(const HistoryStatus& status);
    HistoryResult<void> commitPending();
    void flushRunning();
    void write(bool isNews);
    void keepMinutes(std::vector<TrafficMinute> minutes);
    void prune();
    void noteClock(HistoryTime now);
    [[nodiscard]] HistoryProblem currentProblem() const;

    QString m_path;
    HistorySettings m_settings;
    HistoryStore m_store;
    std::optional<HistoryRecorder> m_recorder;  // while recording
    std::vector<OpenListener> m_open;
    std::optional<HistoryTime> m_lastSeen;
    TrafficMinutes m_minutes;
    HistoryBatch m_pending;
    HistoryStatus m_status;
    QTimer m_batchTimer;
    std::optional<HistoryTime> m_now;        // of the last update
    std::optional<HistoryTime> m_firstLook;  // of the run
    std::optional<HistoryTime> m_steadySince;
    std::optional<HistoryTime> m_lastTry;        // to open
    HistoryTrust m_trust = HistoryTrust::Usual;  // in the file, when it is opened next
    std::optional<HistoryTime> m_lastDamage;
    std::optional<HistoryTime> m_lastCommit;
    std::optional<HistoryTime> m_lastPrune;
};

}  // namespace quaywatch
