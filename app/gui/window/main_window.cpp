// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/main_window.h"

#include "app/gui/details/details_controller.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/dialogs/report_dialog.h"
#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/widgets/screen_fit.h"
#include "app/gui/widgets/segments.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/page_stack.h"
#include "app/gui/window/row_actions.h"
#include "app/gui/window/status_line.h"
#include "app/gui/window/table_zoom.h"
#include "app/gui/window/window_keys.h"
#include "app/gui/window/window_notices.h"
#include "app/gui/window/window_tool_bar.h"
#include "app/registry/registry_manager.h"
#include "app/settings/watch_settings.h"
#include "app/text/bounded_text.h"
#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <chrono>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(const PageContext& context, const CurrentUser& currentUser, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_monitor(context.monitor)
    , m_settings(context.settings)
    , m_toolBar(new WindowToolBar(m_monitor, m_settings, context.registry != nullptr, this))
    , m_filter(&m_toolBar->filter())
    , m_pages(new PageStack(m_context, this))
    , m_details(new DetailsPanel(this))
    , m_detailsController(new DetailsController(m_monitor, *m_details, this))
    , m_splitter(new QSplitter(this))
    , m_noticeBar(new NoticeBar(this))
    , m_notices(new WindowNotices(*m_noticeBar, this))
    , m_status(new StatusLine(this))
    , m_rowActions(new RowActions(*m_pages, m_monitor, this))
{
    setWindowTitle(tr("Quaywatch"));
    resize(fittingSize(*this, QSize(1280, 800)));
    buildToolBar();
    buildCenter();
    new WindowKeys({m_monitor, *m_pages, *m_toolBar, *m_rowActions}, this);
    new TableZoom(*m_pages, m_settings, this);
    connectMonitor();
    connectDetails();
    connectRowActions();
    for (Page* page : m_pages->pages()) {
        connectPage(*page);
    }
    connect(m_status, &StatusLine::unexpectedClicked, this,
            [this] { m_filter->addWord(u"is:unexpected"_s); });
    connect(qApp, &QCoreApplication::aboutToQuit, this, &MainWindow::saveSettings);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySettings);
    connect(&m_settings, &Settings::problemFound, this, &MainWindow::report);

    const SettingsValues& values = m_settings.values();
    if (restoreGeometry(values.geometry)) {
        fitIntoScreen(*this);
    }
    keepOnScreen(*this);
    m_splitter->restoreState(values.splitter);
    m_pages->restoreState(values);
    m_filter->clear();
    m_pages->setCurrentIndex(viewIndex(values.view).value_or(0));
    onPageShown();
    applySettings();
    showTitles();
    m_status->showPoll(m_monitor);
    showStartupNotices(currentUser);
    page().focusTarget().setFocus();
}

void MainWindow::buildToolBar()
{
    addToolBar(m_toolBar);
    addActions(m_toolBar->windowActions());
    connect(m_toolBar, &WindowToolBar::exportRequested, m_rowActions, &RowActions::exportRows);
    connect(m_toolBar, &WindowToolBar::preferencesRequested, this, &MainWindow::showPreferences);
    connect(m_toolBar, &WindowToolBar::helpRequested, this, &MainWindow::showHelp);
    connect(m_toolBar, &WindowToolBar::registryRequested, this, &MainWindow::showRegistry);
    connect(m_toolBar, &WindowToolBar::reportRequested, this,
            [this] { ReportDialog(m_monitor, this).exec(); });
    connect(m_toolBar, &WindowToolBar::aboutRequested, this, [this] { AboutDialog(this).exec(); });
    connect(m_filter, &FilterBar::filterChanged, this, &MainWindow::applyFilter);
    connect(m_filter, &FilterBar::left, this, [this] { page().focusTarget().setFocus(); });
    connect(&m_toolBar->tabs(), &QTabBar::currentChanged, m_pages, &PageStack::setCurrentIndex);
    connect(m_pages, &PageStack::currentChanged, this, &MainWindow::onPageShown);
}

void MainWindow::buildCenter()
{
    m_details->setMinimumWidth(260);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({968, 312});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);

    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_noticeBar);
    column->addWidget(m_splitter, 1);
    setCentralWidget(center);
    setStatusBar(m_status);
    setTabOrder(m_filter, m_pages->pages().front());
}

void MainWindow::connectMonitor()
{
    m_notices->followMonitor(m_monitor);
    connect(&m_monitor, &MonitorController::shown, this, &MainWindow::onUpdate);
    const auto showPoll = [this] { m_status->showPoll(m_monitor); };
    connect(&m_monitor, &MonitorController::pausedChanged, this, showPoll);
    connect(&m_monitor, &MonitorController::intervalChanged, this, showPoll);
    connect(&m_monitor, &MonitorController::waitingChanged, this, showPoll);
    connect(m_status, &StatusLine::resumeClicked, this, [this] { m_monitor.setPaused(false); });
}

void MainWindow::connectPage(Page& page)
{
    connect(&page, &Page::countChanged, this, &MainWindow::showTitles);
    connect(&page, &Page::currentChanged, this, [this, &page] {
        if (&page == &this->page()) {
            showDetailsOfCurrent();
        }
    });
    connect(&page, &Page::menuRequested, m_rowActions, &RowActions::showMenu);
    connect(&page, &Page::inspectRequested, m_rowActions, &RowActions::inspect);
    connect(&page, &Page::exportRequested, m_rowActions, &RowActions::exportRows);
    connect(&page, &Page::clearRequested, m_filter, &FilterBar::clear);
    connect(&page, &Page::filterRequested, m_filter, &FilterBar::addWord);
    connect(&page, &Page::viewRequested, this, [this](const QString& view, const QString& filter) {
        setFilterText(filter);
        showView(view);
        this->page().focusTarget().setFocus();
    });
}

void MainWindow::connectDetails()
{
    connect(m_detailsController, &DetailsController::settled, this, &MainWindow::detailsSettled);
    connect(m_details, &DetailsPanel::endRequested, this, [this](const EndTarget& target) {
        m_rowActions->endTarget(target, ProcessSignal::Terminate);
    });
    connect(m_details, &DetailsPanel::expectRequested, m_rowActions, &RowActions::expect);
    connect(m_details, &DetailsPanel::filterRequested, m_filter, &FilterBar::addWord);
    connect(m_details, &DetailsPanel::copied, this, [this] { showMessage(tr("Copied")); });
}

void MainWindow::connectRowActions()
{
    connect(m_rowActions, &RowActions::messageRequested, this, &MainWindow::showMessage);
    connect(m_rowActions, &RowActions::problemFound, this, &MainWindow::report);
    connect(m_rowActions, &RowActions::detailsRequested, this, &MainWindow::showDetailsPanel);
    connect(m_rowActions, &RowActions::historyRequested, this, &MainWindow::showHistoryOf);
    connect(m_rowActions, &RowActions::filterRequested, this, [this](const QString& word) {
        m_filter->addWord(word);
        if (word.startsWith(u'!')) {
            m_notices->showDone(tr("Hidden: %1").arg(word.sliced(1)),
                                [this, word] { m_filter->removeWord(word); });
        }
    });
    connect(m_rowActions, &RowActions::marked, m_notices, &WindowNotices::showDone);
}

void MainWindow::showStartupNotices(const CurrentUser& currentUser)
{
    connect(m_notices, &WindowNotices::messageRequested, m_status,
            [this](const QString& message) { m_status->showMessage(bounded(message)); });
    m_notices->follow(m_context);
    if (m_context.registry != nullptr) {
        connect(m_context.registry, &RegistryManager::changed, this,
                &MainWindow::onRegistryChanged);
        m_notices->showRegistryStart(m_context.registry->start());
    }
    if (const QString& problem = m_settings.problem(); !problem.isEmpty()) {
        m_status->showMessage(bounded(problem));
    }
    m_notices->showViewer(currentUser);
}

void MainWindow::onUpdate(const SnapshotUpdate& update)
{
    m_filter->setSnapshot(update.after);
    m_pages->apply(update);
    m_status->showSnapshot(*update.after);
    m_status->showPoll(m_monitor);
    // The row may represent another socket now, for example after a restart. If the row no longer
    // exists, the panel keeps the last known data.
    if (const SocketRecord* socket = page().currentSocket()) {
        m_detailsController->follow(socket);
    }
}

void MainWindow::onPageShown()
{
    m_toolBar->tabs().setCurrentIndex(m_pages->currentIndex());
    m_toolBar->showSearchOf(page());
    m_toolBar->fitInto(width());
    updateDetailsVisible();
    showDetailsOfCurrent();
}

/// Registry lookups return new results at once; verdicts change with the next poll.
void MainWindow::onRegistryChanged()
{
    m_pages->setFilter(m_activeFilter);  // Its service names may stand for other ports now.
    m_pages->onRegistryChanged();
    m_detailsController->follow(nullptr);
    showDetailsOfCurrent();
    showTitles();
    showMessage(tr("Now using the registry of %1").arg(fromUtf8(registry::date())));
    if (!m_monitor.isPaused()) {
        m_monitor.refreshNow();
    }
}

void MainWindow::applyFilter(const Filter& filter)
{
    m_activeFilter = filter;
    m_pages->setFilter(filter);
    showTitles();
}

void MainWindow::applySettings()
{
    const SettingsValues& values = m_settings.values();
    m_monitor.setInterval(values.interval);
    m_monitor.setRules(watchRulesOf(values, m_monitor.rules()));
    m_pages->applySettings(values);
    m_toolBar->showSettings(values);
    updateDetailsVisible();
}

void MainWindow::saveSettings()
{
    m_settings.change([this](SettingsValues& values) {
        values.geometry = saveGeometry();
        values.splitter = m_splitter->saveState();
        m_pages->saveState(values);
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSettings();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_toolBar->fitInto(width());
}

void MainWindow::showTitles()
{
    m_toolBar->showTitles(*m_pages);
    m_toolBar->fitInto(width());
}

void MainWindow::showDetailsOfCurrent()
{
    const SocketRecord* socket = page().currentSocket();
    const std::optional<PortId> port = page().currentPort();
    if (socket == nullptr && port) {
        m_detailsController->followPort(*port);
    } else {
        m_detailsController->follow(socket);
    }
}

void MainWindow::showDetailsPanel()
{
    m_settings.change([](SettingsValues& values) { values.hasDetails = true; });
    m_details->setFocus();
}

void MainWindow::updateDetailsVisible()
{
    m_details->setVisible(m_settings.values().hasDetails && page().hasDetails());
}

void MainWindow::showHistoryOf(Port port)
{
    showView(u"history");
    page().selectPort(port);
    page().focusTarget().setFocus();
}

void MainWindow::showMessage(const QString& message)
{
    m_status->showMessage(bounded(message),
                          static_cast<int>(std::chrono::milliseconds(4s).count()));
}

void MainWindow::showPreferences()
{
    PreferencesDialog dialog(m_settings, {m_context.history, m_hasTray && m_hasTray()}, this);
    dialog.exec();
}

void MainWindow::showHelp()
{
    PageDialog dialog(tr("Help"), this);
    fillHelp(dialog.page());
    dialog.exec();
}

void MainWindow::showRegistry()
{
    RegistryDialog dialog(*m_context.registry, this);
    dialog.exec();
}

Page& MainWindow::page() const
{
    return m_pages->page();
}

QString MainWindow::currentView() const
{
    return m_pages->currentView();
}

bool MainWindow::showView(QStringView name)
{
    return m_pages->showView(name);
}

void MainWindow::setFilterText(const QString& text)
{
    m_filter->setText(text);
}

bool MainWindow::areDetailsSettled() const
{
    return m_detailsController->isSettled();
}

bool MainWindow::selectPort(Port port)
{
    return page().selectPort(port);
}

void MainWindow::report(const QString& problem)
{
    m_notices->report(problem);
}

void MainWindow::withdraw(const QString& problem)
{
    m_notices->withdraw(problem);
}

bool MainWindow::showAlert(std::uint64_t id)
{
    return m_pages->showAlert(id);
}

void MainWindow::inspectCurrent()
{
    m_rowActions->inspect();
}

void MainWindow::expectCurrent()
{
    m_rowActions->expect();
}

void MainWindow::endCurrent(ProcessSignal signal)
{
    m_rowActions->end(signal);
}

}  // namespace quaywatch
