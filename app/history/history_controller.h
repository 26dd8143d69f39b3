// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_writer.h"

#include <functional>
#include <optional>
#include <QObject>
#include <QThread>
#include <vector>

namespace quaywatch {

/// The history for the window: a thread that writes and answers. Only the destructor blocks: it
/// waits until all pending data is written.
///
/// Lives on the GUI thread.
class HistoryController final : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<HistoryTime()>;

    /// @param path  Path of the file; empty: there is no history.
    explicit HistoryController(const QString& path, QObject* parent = nullptr);
    HistoryController(const QString& path, Clock clock, QObject* parent = nullptr);
    HistoryController(const HistoryController&) = delete;
    HistoryController& operator=(const HistoryController&) = delete;
    ~HistoryController() override;

    /// Path of this user's history: quaywatch/history.sqlite in XDG's data folder.
    [[nodiscard]] static QString defaultPath();

    /// Path of the file; empty: there is no history.
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    void setSettings(const HistorySettings& settings);
    [[nodiscard]] const HistorySettings& settings() const noexcept { return m_settings; }

    /// Records an update. Updates that arrive while the disk is still busy are joined into one.
    void record(const SnapshotUpdate& update);
    /// Records a sample; call it before record() with the update that it was measured from.
    void recordTraffic(const TrafficSamplePtr& sample);
    void recordAlerts(const std::vector<Alert>& alerts);

    [[nodiscard]] const HistoryStatus& status() const noexcept { return m_status; }

    /// Answered by timelineReady(), unless a later request replaces it.
    void requestTimeline(const HistorySearch& search,
                         const std::optional<HistoryCursor>& after = std::nullopt);
    /// Answered by changesReady(), unless a later request replaces it.
    void requestChanges(HistoryTime since, const HistorySearch& search);
    /// Answered by overviewReady().
    void requestOverview();
    /// The minutes of the last day; answered by pastReady(), unless a later request replaces it.
    void requestPast(const TrafficScope& subject);
    /// Both are followed by overviewReady().
    void savePoint(const QString& name);
    void forgetPoint(std::int64_t id);

    [[nodiscard]] HistoryTime now() const { return m_clock(); }

signals:
    /// The history has new entries.
    void recorded();
    void statusChanged(const quaywatch::HistoryStatus& status);
    void timelineReady(const quaywatch::TimelineAnswer& answer);
    void changesReady(const quaywatch::ChangesAnswer& answer);
    void overviewReady(const quaywatch::OverviewAnswer& answer);
    void pastReady(const quaywatch::PastAnswer& answer);

private:
    void connectWriter();
    void send(const SnapshotUpdate& update);
    void sendWaiting();
    template <class Call>
    void post(Call call);

    QString m_path;
    QThread m_thread;
    HistoryWriter* m_writer;  // Ends with its thread, or with this.
    Clock m_clock;
    HistorySettings m_settings;
    HistoryStatus m_status;
    bool m_isWriterBusy = false;
    std::optional<SnapshotUpdate> m_waiting;  // pending for the writer
    std::vector<TrafficSamplePtr> m_samples;  // sent with the next update
};

}  // namespace quaywatch
