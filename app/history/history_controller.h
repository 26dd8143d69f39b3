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

/// The history as the window sees it: a thread that writes and answers, and nothing that blocks
/// but the destructor, which waits until what was gathered is written.
///
/// Lives on the GUI thread.
class HistoryController final : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<HistoryTime()>;

    /// @param path  Of the file; empty: there is no history.
    explicit HistoryController(const QString& path, QObject* parent = nullptr);
    HistoryController(const QString& path, Clock clock, QObject* parent = nullptr);
    HistoryController(const HistoryController&) = delete;
    HistoryController& operator=(const HistoryController&) = delete;
    ~HistoryController() override;

    /// Where the history of this user is: quaywatch/history.sqlite in XDG's data folder.
    [[nodiscard]] static QString defaultPath();

    /// Of the file; empty: there is no history.
    [[nodiscard]] const QString& path() const noexcept { return m_path; }

    void setSettings(const HistorySettings& settings);
    [[nodiscard]] const HistorySettings& settings() const noexcept { return m_settings; }

    /// What a disk that is slower than the poll does not take in time is taken together.
    void record(const SnapshotUpdate& update);
    /// What was measured; before the update it was measured from.
    void recordTraffic(const TrafficSamplePtr& sample);
    void recordAlerts(const std::vector<Alert>& alerts);

    [[nodiscard]] const HistoryStatus& status() const noexcept { return m_status; }

    /// Answered by timelineReady(), unless a later request overtakes it.
    void requestTimeline(const HistorySearch& search,
                         const std::optional<HistoryCursor>& after = std::nullopt);
    /// Answered by changesReady(), unless a later request overtakes it.
    void requestChanges(HistoryTime since, const HistorySearch& search);
    /// Answered by overviewReady().
    void requestOverview();
    /// The minutes of the last day; answered by pastReady(), unless a later request overtakes it.
    void requestPast(const TrafficScope& subject);
    /// Both are followed by overviewReady().
    void savePoint(const QString& name);
    void forgetPoint(std::int64_t id);

    [[nodiscard]] HistoryTime now() const { return m_clock(); }

signals:
    /// Something new is in the history.
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
    std::optional<SnapshotUpdate> m_waiting;  // for the writer
    std::vector<TrafficSamplePtr> m_samples;  // to be sent with the next update
};

}  // namespace quaywatch
