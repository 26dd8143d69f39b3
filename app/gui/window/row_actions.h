// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/row_menu.h"
#include "app/gui/window/page_stack.h"
#include "core/base/job_thread.h"

#include <QObject>

#include <optional>

namespace quaywatch {

class ExpectController;
class MonitorController;

/// What can be done with the current row of the page that is shown, by key, menu and panel alike.
/// The dialogs lie above the window.
class RowActions final : public QObject {
    Q_OBJECT

public:
    /// @param pages  Must outlive this, as the monitor must.
    RowActions(PageStack& pages, MonitorController& monitor, QWidget* window);

    void showMenu(const RowContext& context, const QPoint& position);
    void inspect();
    void expect();
    /// Ends who owns the current row; says so if it has gone.
    void end(ProcessSignal signal);
    void endTarget(const std::optional<EndTarget>& target, ProcessSignal signal);
    void copy();
    /// Asks for a file, and writes it on a thread of its own.
    void exportRows();

signals:
    /// A line for the status bar.
    void messageRequested(const QString& message);
    void problemFound(const QString& problem);
    /// The details of the current row are to be shown.
    void detailsRequested();
    void historyRequested(quaywatch::Port port);
    void filterRequested(const QString& word);

private:
    void reportExport(const QString& fileName, const QString& problem);

    PageStack& m_pages;
    MonitorController& m_monitor;
    QWidget* m_window;
    ExpectController* m_expect;
    JobThread m_exports;
};

}  // namespace quaywatch
