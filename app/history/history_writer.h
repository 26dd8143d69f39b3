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
#include "core/base/latest_only.h"
#include "core/watch/alert.h"

#include <optional>
#include <QTimer>
#include <vector>

namespace quaywatch {

/// Whether the history is recorded and readable, and if not, why.
struct HistoryStatus {
    bool isRecording = false;
    bool isReadable = false;
    std::optional<HistoryProblem> problem;
    QString setAside;  ///< New path of a file that was found damaged in this run; otherwise empty.
};

/// The user's settings of the history.
struct HistorySettings {
    bool isOn = true;  ///< Off: nothing is written; existing entries can still be read.
    HistoryLimits limits;

    friend bool operator==(const HistorySettings&, const HistorySettings&) = default;
};

// Qt's meta types compare every type that declares a comparison. tl::expected always declares one,
// even if its value type has none, so a struct wraps it.
struct TimelineAnswer {
    HistoryResult<TimelinePage> page;
    std::optional<PortTotals> traffic;  ///< Of the last day, if the search is for one port.
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

/// Records the history on the thread it lives on: collects events, writes them in batches, queries
/// the file. Owned by HistoryController. An error never ends the program, nor the recording for
/// good: it is reported, new events are kept as long as memory allows, and the write is retried.
class HistoryWriter final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kBatchTime{2};
    /// How often the file records that the watching continues, and how often a failed operation is
    /// retried.
    static constexpr std::chrono::seconds kHeartbeat{60};
    /// The clock must run steadily for this time before any entry is deleted for its age.
    static constexpr std::chrono::minutes kSteadyTime{10};
    static constexpr std::size_t kMaxPending = 20'000;
    static constexpr std::size_t kMaxPendingMinutes = 60;
    static constexpr std::size_t kPageSize = 200;
    static constexpr std::size_t kMaxChanges = 2'000;

    /// @param path  Path of the file; empty: there is no history.
    explicit HistoryWriter(QString path);

    /// Started and canceled on any thread; only the latest request of each is answered.
    LatestOnly timelineRequests;
    LatestOnly changesRequests;
    LatestOnly pastRequests;

    void setSettings(const HistorySettings& settings);
    /// Answers with taken().
    /// @param samples  Samples measured up to the update, and not yet recorded.
    void record(const SnapshotUpdate& update, const std::vector<TrafficSamplePtr>& samples = {});
    void recordAlerts(const std::vector<Alert>& alerts);
    /// Writes the pending data.
    void flush();
    /// Writes the pending data, notes that the run ended normally, and closes the file.
    void finish();

    void askTimeline(LatestOnly::Job job, const HistorySearch& search,
                     const std::optional<HistoryCursor>& after, HistoryTime now);
    void askChanges(LatestOnly::Job job, HistoryTime since, const HistorySearch& search,
                    HistoryTime now);
    void askOverview(HistoryTime now);
    /// The minutes of the last day.
    void askPast(LatestOnly::Job job, const TrafficScope& subject, HistoryTime now);
    void savePoint(const QString& name, HistoryTime at);
    void forgetPoint(std::int64_t id);

signals:
    void taken();
    /// The file has new entries.
    void recorded();
    void statusChanged(const quaywatch::HistoryStatus& status);
    void timelineRead(quaywatch::LatestOnly::Job job, const quaywatch::TimelineAnswer& answer);
    void changesRead(quaywatch::LatestOnly::Job job, const quaywatch::ChangesAnswer& answer);
    void overviewRead(const quaywatch::OverviewAnswer& answer);
    void pastRead(quaywatch::LatestOnly::Job job, const quaywatch::PastAnswer& answer);

private:
    bool isOpenBy(HistoryTime now);
    void beginRecording();
    void stopRecording();
    void fail(const HistoryProblem& problem);
    void failReading(const HistoryProblem& problem);
    [[nodiscard]] HistoryResult<OpenedHistory> open(HistoryTime now);
    void closeForNow();
    void reportStatus(const HistoryStatus& status);
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
    std::optional<HistoryTime> m_firstPoll;  // first poll of the run
    std::optional<HistoryTime> m_steadySince;
    std::optional<HistoryTime> m_lastTry;        // to open the file
    HistoryTrust m_trust = HistoryTrust::Usual;  // for the next time the file is opened
    std::optional<HistoryTime> m_lastDamage;
    std::optional<HistoryTime> m_lastCommit;
    std::optional<HistoryTime> m_lastPrune;
};

}  // namespace quaywatch
