// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/end_request.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/window/page_stack.h"
#include "core/base/job_thread.h"

#include <QObject>

#include <functional>
#include <optional>

namespace quaywatch {

class ExpectController;
class MonitorController;

/// The actions on the current row of the visible page, for keys, menus and the details panel. The
/// dialogs are children of the window.
class RowActions final : public QObject {
    Q_OBJECT

public:
    /// @param pages  Must outlive this object, and so must the monitor.
    RowActions(PageStack& pages, MonitorController& monitor, QWidget* window);

    void showMenu(const RowContext& context, const QPoint& position);
    void inspect();
    void expect();
    /// Ends the owners of the selected rows; says so if the row no longer exists.
    void end(ProcessSignal signal);
    void endTarget(const std::optional<EndTarget>& target, ProcessSignal signal);
    /// Asks once about all targets.
    void endAll(const EndRequest& request, ProcessSignal signal);
    void copy();
    /// Asks for a file, and writes it on another thread.
    void exportRows();

signals:
    /// A text for the status bar.
    void messageRequested(const QString& message);
    void problemFound(const QString& problem);
    /// A listener was marked as expected, or the mark was removed.
    void marked(const QString& message, const std::function<void()>& undo);
    /// Request to show the details of the current row.
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
