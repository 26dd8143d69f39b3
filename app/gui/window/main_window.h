// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/gui/window/views.h"
#include "app/monitor/monitor_controller.h"
#include "app/settings/settings.h"
#include "core/host/host_facts.h"

#include <QMainWindow>

#include <cstdint>
#include <functional>

class QSplitter;

namespace quaywatch {

class DetailsController;
class DetailsPanel;
class FilterBar;
class NoticeBar;
class PageStack;
class RowActions;
class StatusLine;
class WindowNotices;
class WindowToolBar;

/// The main window: the pages of views() with a common filter, the details of the current row, and
/// the state of the poll. Shows what the monitor reports; never waits for it. Connects its parts:
/// tool bar, page stack, notices, row actions, details, status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// The caller starts the monitor, and connects it to the history.
    MainWindow(const PageContext& context, const CurrentUser& currentUser,
               QWidget* parent = nullptr);

    /// Shows a view of views() by name; returns whether it exists.
    bool showView(QStringView name);
    [[nodiscard]] QString currentView() const;
    void setFilterText(const QString& text);
    /// Makes the row of a local port current, in the current view.
    bool selectPort(Port port);
    /// Whether the details of the current row are complete.
    [[nodiscard]] bool areDetailsSettled() const;

    [[nodiscard]] Page& page() const;

    /// Sets the check by which the preferences know whether the desktop has a tray; without it
    /// there is none.
    void setTrayCheck(std::function<bool()> hasTray) { m_hasTray = std::move(hasTray); }
    /// Shows a problem above the page until the user dismisses it.
    void report(const QString& problem);
    /// Removes a reported problem, unless another text is shown now.
    void withdraw(const QString& problem);
    /// Shows the alerts and makes one current. @return Whether it is still in the list.
    bool showAlert(std::uint64_t id);
    [[nodiscard]] WindowNotices& notices() const noexcept { return *m_notices; }
    /// The actions of the keys on the current row; if it no longer exists, they say so.
    void inspectCurrent();
    void expectCurrent();
    void endCurrent(ProcessSignal signal);

signals:
    /// The details of the current row are complete.
    void detailsSettled();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildToolBar();
    void buildCenter();
    void connectMonitor();
    void connectPage(Page& page);
    void connectDetails();
    void connectRowActions();
    void showStartupNotices(const CurrentUser& currentUser);

    void onUpdate(const SnapshotUpdate& update);
    void onPageShown();
    void onRegistryChanged();
    void applyFilter(const Filter& filter);
    void applySettings();
    void saveSettings();
    void showDetailsOfCurrent();
    void showDetailsPanel();
    void updateDetailsVisible();
    void showTitles();
    void showHistoryOf(Port port);
    void showMessage(const QString& message);
    void showPreferences();
    void showHelp();
    void showRegistry();

    PageContext m_context;
    std::function<bool()> m_hasTray;
    MonitorController& m_monitor;
    Settings& m_settings;
    Filter m_activeFilter;
    WindowToolBar* m_toolBar;
    FilterBar* m_filter;
    PageStack* m_pages;
    DetailsPanel* m_details;
    DetailsController* m_detailsController;
    QSplitter* m_splitter;
    NoticeBar* m_noticeBar;
    WindowNotices* m_notices;
    StatusLine* m_status;
    RowActions* m_rowActions;
};

}  // namespace quaywatch
