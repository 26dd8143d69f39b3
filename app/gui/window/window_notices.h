// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/snapshot.h"

#include <QObject>
#include <QString>

#include <functional>

namespace quaywatch {

class AlertManager;
class HistoryController;
class MonitorController;
class NoticeBar;
struct PageContext;
class Settings;
struct SettingsValues;
struct RegistryLoadResult;

/// Decides what the notice bar shows. Each problem is reported once, and removed when it has ended,
/// unless another text is shown then.
class WindowNotices final : public QObject {
    Q_OBJECT

public:
    /// @param bar  Must outlive this object.
    explicit WindowNotices(NoticeBar& bar, QObject* parent = nullptr);

    /// Shows a problem until the user dismisses it.
    void report(const QString& problem);
    /// Removes a reported problem.
    void withdraw(const QString& problem);

    void followMonitor(const MonitorController& monitor);
    /// Follows the history and the alerts, as far as there are any.
    void follow(const PageContext& context);
    void followHistory(const HistoryController& history);
    void followAlerts(const AlertManager& alerts);
    /// Whether the user has not been asked yet, and has not turned notifications on.
    [[nodiscard]] static bool mayOfferNotifications(const SettingsValues& values) noexcept;
    /// Offers to notify of alerts, if that may be offered.
    void offerNotifications(Settings& settings);
    /// Says that the program was updated, with a button to restart it; once, and
    /// later if something else is shown now.
    void offerRestart(std::function<void()> restart);
    /// Shows what was done, with a button to undo it.
    void showDone(const QString& text, std::function<void()> undo);
    void showRegistryStart(const RegistryLoadResult& start);
    void showViewer(const CurrentUser& currentUser);

signals:
    /// A text for the status bar.
    void messageRequested(const QString& message);

private:
    /// Reports a problem in place of the previous one of the same kind; empty: the problem has
    /// ended.
    void replace(QString& said, const QString& problem);
    void followGaps(const Snapshot& snapshot);

    NoticeBar& m_bar;
    // The last notices: about reading the sockets, about the history, about the baseline file.
    QString m_readNotice;
    QString m_historyNotice;
    QString m_baselineNotice;
    bool m_wasRestartOffered = false;
};

}  // namespace quaywatch
