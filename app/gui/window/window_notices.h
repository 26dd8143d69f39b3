// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/snapshot.h"

#include <QObject>
#include <QString>

namespace quaywatch {

class AlertKeeper;
class HistoryController;
class MonitorController;
class NoticeBar;
struct RegistryLoadResult;

/// What the notice bar says: each problem once, and taken back when it is over unless something
/// else is said by then.
class WindowNotices final : public QObject {
    Q_OBJECT

public:
    /// @param bar  Must outlive this.
    explicit WindowNotices(NoticeBar& bar, QObject* parent = nullptr);

    /// Says what is wrong until it is dismissed.
    void report(const QString& problem);
    /// Takes back what was reported.
    void withdraw(const QString& problem);

    void followMonitor(const MonitorController& monitor);
    void followHistory(const HistoryController& history);
    void followAlerts(const AlertKeeper& alerts);
    void showRegistryStart(const RegistryLoadResult& start);
    void showViewer(const CurrentUser& viewer);

signals:
    /// A line for the status bar.
    void messageRequested(const QString& message);

private:
    /// Says a problem in the place of the one that stood for the same; empty: it is over.
    void replace(QString& said, const QString& problem);
    void followGaps(const Snapshot& snapshot);

    NoticeBar& m_bar;
    // What was said last: of reading the sockets, of the history, of the file of what is expected.
    QString m_readNotice;
    QString m_historyNotice;
    QString m_baselineNotice;
};

}  // namespace quaywatch
