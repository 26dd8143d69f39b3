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

/// The window: the pages of views() under one filter, the details of what is current, and the
/// state of the poll. Shows what the monitor brings; never waits for it. Ties its parts together:
/// tool bar, page stack, notices, row actions, details, status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// The caller starts the monitor, and gives the history what it brings.
    MainWindow(const PageContext& context, const CurrentUser& viewer, QWidget* parent = nullptr);

    /// Turns to a view of views() by its name; whether there is one.
    bool showView(QStringView name);
    [[nodiscard]] QString currentView() const;
    void setFilterText(const QString& text);
    /// Makes the row of a local port current, in the view that is shown.
    bool selectPort(Port port);
    /// Whether the details of the current row are complete.
    [[nodiscard]] bool areDetailsSettled() const;

    [[nodiscard]] Page& page() const;

    /// Tells the preferences whether the desktop has a tray; without a check it has none.
    void setTrayCheck(std::function<bool()> hasTray) { m_hasTray = std::move(hasTray); }
    /// Says what is wrong above the page, until it is dismissed.
    void report(const QString& problem);
    /// Takes back what was reported, unless something else is said by now.
    void withdraw(const QString& problem);
    /// Turns to the alerts and makes one current. @return Whether it is still listed.
    bool showAlert(std::uint64_t id);
    /// What the keys do with the current row; says so if it has gone.
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
    void showStartupNotices(const CurrentUser& viewer);

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
    void showAbout();
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
