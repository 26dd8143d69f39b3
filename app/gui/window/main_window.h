// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/gui/page/row_menu.h"
#include "app/gui/window/views.h"
#include "app/monitor/monitor_controller.h"
#include "app/settings/settings.h"
#include "core/base/job_thread.h"
#include "core/host/host_facts.h"

#include <QMainWindow>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

class QAction;
class QActionGroup;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QToolBar;
class QToolButton;

namespace quaywatch {

class DetailsController;
class DetailsPanel;
class ExpectController;
class FilterBar;
class NoticeBar;
class StatusLine;

/// The window: the pages of views() under one filter, the details of what is current, and the
/// state of the poll. Shows what the monitor brings; never waits for it.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// The caller starts the monitor, and gives the history what it brings.
    MainWindow(const PageContext& context, const Viewer& viewer, QWidget* parent = nullptr);

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
    void buildIntervalButton(QToolBar& bar);
    void buildMenuButton(QToolBar& bar);
    void addLookActions(QMenu& menu);
    void buildThemes(QMenu& menu);
    void buildCenter();
    void buildActions();
    QAction* addPageAction(const QString& text, const QList<QKeySequence>& keys);
    void connectMonitor();
    void connectPage(Page& page);
    void followHistory();
    void followAlerts();
    void followRegistry();
    void search();
    void greet(const Viewer& viewer);

    void takeUpdate(const SnapshotUpdate& update);
    void followBaseline(const Snapshot& snapshot);
    void sayInstead(QString& said, const QString& problem);
    void applyFilter(const Filter& filter);
    void turnTo(int index);
    void followCurrent();
    void turnBy(int step);
    void updateTabs();
    void fitToolBar();
    void updateDetailsVisible();
    void updatePause(bool isPaused);
    void applySettings();
    void saveSettings();
    void showHistoryOf(Port port);
    void showRowMenu(const RowContext& context, const QPoint& position);
    void endProcess(const std::optional<EndTarget>& target, ProcessSignal signal);
    void copySelection();
    void exportRows();
    void tellExported(const QString& fileName, const QString& problem);
    void tell(const QString& message);
    void showPreferences();
    void showHelp();
    void showAbout();
    void updateRegistry();
    void heedRegistry();

    PageContext m_context;
    std::function<bool()> m_hasTray;
    MonitorController& m_monitor;
    Settings& m_settings;
    Filter m_filterInForce;
    bool m_isReadFailing = false;  // and the notice says so
    QString m_historyNotice;       // what was said of the history last
    QString m_baselineNotice;      // and of the file of what is expected
    QToolBar* m_toolBar = nullptr;
    FilterBar* m_filter = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::vector<Page*> m_pages;  // in the order of views()
    QSplitter* m_splitter = nullptr;
    NoticeBar* m_notice = nullptr;
    DetailsPanel* m_details = nullptr;
    DetailsController* m_detailsController = nullptr;
    ExpectController* m_expect = nullptr;
    StatusLine* m_status = nullptr;
    QAction* m_pauseAction = nullptr;
    QAction* m_detailsAction = nullptr;
    QAction* m_motionAction = nullptr;
    QToolButton* m_intervalButton = nullptr;
    QActionGroup* m_intervals = nullptr;
    QActionGroup* m_themes = nullptr;
    JobThread m_exports;
};

}  // namespace quaywatch
