// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/main_window.h"

#include "app/gui/details/details_controller.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/about_dialog.h"
#include "app/gui/dialogs/end_process_dialog.h"
#include "app/gui/dialogs/expect_controller.h"
#include "app/gui/page/export_rows.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/widgets/page_dialog.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/status_line.h"
#include "app/settings/watch_settings.h"
#include "app/text/bounded_text.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QPointer>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kMessageTime = 4s;

}  // namespace

MainWindow::MainWindow(const PageContext& context, const Viewer& viewer, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_monitor(context.monitor)
    , m_settings(context.settings)
{
    setWindowTitle(tr("Quaywatch"));
    resize(1280, 800);
    buildToolBar();
    buildCenter();
    buildActions();
    connectMonitor();
    followHistory();
    followAlerts();
    connect(m_status, &StatusLine::unexpectedClicked, this,
            [this] { m_filter->addWord(u"is:unexpected"_s); });
    connect(qApp, &QCoreApplication::aboutToQuit, this, &MainWindow::saveSettings);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applySettings);
    connect(&m_settings, &Settings::problemFound, this,
            [this](const QString& problem) { report(problem); });

    const SettingsValues& values = m_settings.values();
    restoreGeometry(values.geometry);
    m_splitter->restoreState(values.splitter);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        m_pages[i]->restoreState(values.pages.value(views()[i].name).toByteArray());
    }
    m_filter->clear();
    turnTo(viewIndex(values.view).value_or(0));
    applySettings();
    updateTabs();
    m_status->showPoll(m_monitor);
    followRegistry();
    greet(viewer);
    page().focusTarget().setFocus();
}

void MainWindow::buildCenter()
{
    m_stack = new QStackedWidget(this);
    for (const View& view : views()) {
        m_pages.push_back(view.make(m_context, m_stack));
        m_stack->addWidget(m_pages.back());
        connectPage(*m_pages.back());
    }
    m_details = new DetailsPanel(this);
    m_details->setMinimumWidth(260);
    m_detailsController = new DetailsController(m_monitor, *m_details, this);
    m_splitter = new QSplitter(this);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({968, 312});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);

    m_notice = new NoticeBar(this);
    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_splitter, 1);
    setCentralWidget(center);
    m_status = new StatusLine(this);
    setStatusBar(m_status);
    setTabOrder(m_filter, m_pages.front());

    connect(m_detailsController, &DetailsController::settled, this, &MainWindow::detailsSettled);
    connect(m_details, &DetailsPanel::endRequested, this,
            [this](const EndTarget& target) { endProcess(target, ProcessSignal::Terminate); });
    m_expect = new ExpectController(m_monitor, this);
    connect(m_expect, &ExpectController::done, this, &MainWindow::tell);
    connect(m_details, &DetailsPanel::expectRequested, this, &MainWindow::expectCurrent);
    connect(m_details, &DetailsPanel::filterRequested, m_filter, &FilterBar::addWord);
    connect(m_details, &DetailsPanel::copied, this, [this] { tell(tr("Copied")); });
}

void MainWindow::connectMonitor()
{
    connect(&m_monitor, &MonitorController::updated, this, &MainWindow::takeUpdate);
    connect(&m_monitor, &MonitorController::failed, this, [this](const Error& error) {
        m_isReadFailing = true;
        m_notice->say(NoticeBar::Kind::Problem,
                      tr("The sockets could not be read: %1").arg(CoreText::of(describe(error))));
    });
    connect(&m_monitor, &MonitorController::pausedChanged, this, &MainWindow::updatePause);
    connect(&m_monitor, &MonitorController::intervalChanged, this,
            [this] { m_status->showPoll(m_monitor); });
    connect(m_filter, &FilterBar::filterChanged, this, &MainWindow::applyFilter);
    connect(m_filter, &FilterBar::left, this, [this] { page().focusTarget().setFocus(); });
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::turnTo);
}

void MainWindow::takeUpdate(const SnapshotUpdate& update)
{
    if (std::exchange(m_isReadFailing, false)) {
        m_notice->clearProblem();  // Any other problem stays until it is dismissed.
    }
    for (Page* page : m_pages) {
        page->apply(update);
    }
    m_status->showSnapshot(*update.after);
    followBaseline(*update.after);
    m_status->showPoll(m_monitor);
    // The row may stand for another socket now, as after a restart. A row that is gone leaves
    // what was known of it.
    if (const SocketRecord* socket = page().currentSocket()) {
        m_detailsController->follow(socket);
    }
}

void MainWindow::greet(const Viewer& viewer)
{
    if (!m_settings.problem().isEmpty()) {
        m_status->showMessage(bounded(m_settings.problem()));
    }
    if (viewer.uid == 0) {
        m_notice->say(NoticeBar::Kind::Hint,
                      tr("Quaywatch runs as root, which it does not need: an ordinary user sees "
                         "every socket too, and the owners of their own."));
    }
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

void MainWindow::updatePause(bool isPaused)
{
    m_pauseAction->setChecked(isPaused);
    m_pauseAction->setIcon(themedIcon(isPaused ? u"play"_s : u"pause"_s));
    m_pauseAction->setText(isPaused ? tr("Go on") : tr("Pause"));
    m_status->showPoll(m_monitor);
}

void MainWindow::applySettings()
{
    const SettingsValues& values = m_settings.values();
    m_monitor.setInterval(values.interval);
    m_monitor.setRules(watchRulesOf(values, m_monitor.rules()));
    for (Page* page : m_pages) {
        page->applySettings(values);
    }
    updateDetailsVisible();
    m_detailsAction->setChecked(values.hasDetails);
    m_motionAction->setChecked(values.hasReducedMotion);
    for (QAction* action : m_intervals->actions()) {
        action->setChecked(action->data().toLongLong() == values.interval.count());
    }
    for (QAction* action : m_themes->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(values.theme));
    }
}

void MainWindow::saveSettings()
{
    m_settings.change([this](SettingsValues& values) {
        values.geometry = saveGeometry();
        values.splitter = m_splitter->saveState();
        for (std::size_t i = 0; i < m_pages.size(); ++i) {
            values.pages.insert(views()[i].name, m_pages[i]->state());
        }
        values.view = currentView();
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
    fitToolBar();
}

void MainWindow::showRowMenu(const RowContext& context, const QPoint& position)
{
    RowMenu menu(context, this);
    connect(&menu, &RowMenu::inspectRequested, this, &MainWindow::inspectCurrent);
    connect(&menu, &RowMenu::explainRequested, this, &MainWindow::inspectCurrent);
    connect(&menu, &RowMenu::historyRequested, this, &MainWindow::showHistoryOf);
    connect(&menu, &RowMenu::filterRequested, m_filter, &FilterBar::addWord);
    connect(&menu, &RowMenu::copyRequested, this, &MainWindow::copySelection);
    connect(&menu, &RowMenu::endRequested, this,
            [&](ProcessSignal signal) { endProcess(context.endTarget, signal); });
    connect(&menu, &RowMenu::expectRequested, this, [&] { m_expect->ask(context.socket); });
    menu.exec(position);
}

void MainWindow::endCurrent(ProcessSignal signal)
{
    if (page().currentSocket() != nullptr) {
        endProcess(page().currentEndTarget(), signal);
        return;
    }
    m_isReadFailing = false;
    m_notice->say(NoticeBar::Kind::Problem,
                  tr("No row is selected, or the one that was has gone: nothing is ended."));
}

void MainWindow::endProcess(const std::optional<EndTarget>& target, ProcessSignal signal)
{
    if (!target) {
        tell(tr("Nobody is known to own this socket"));
        return;
    }
    EndProcessDialog dialog(m_monitor, *target, signal, this);
    dialog.exec();
}

void MainWindow::inspectCurrent()
{
    if (page().activate() || (page().currentSocket() == nullptr && !page().currentPort())) {
        return;
    }
    m_settings.change([](SettingsValues& values) { values.hasDetails = true; });
    m_details->setFocus();
}

void MainWindow::copySelection()
{
    const QString text = page().selectionText();
    if (!text.isEmpty()) {
        QApplication::clipboard()->setText(text);
        const int left = page().uncopiedCount();
        tell(left == 0 ? tr("Copied")
                       : tr("Copied; %n rows more were too many. Ctrl+S exports them all.", nullptr,
                            left));
    }
}

void MainWindow::exportRows()
{
    const Exporter exporter = page().exporter();
    if (!exporter) {
        tell(tr("There is nothing to export here"));
        return;
    }
    const auto choice = askForExport(u"quaywatch-"_s + currentView(), page().exportFormats(), this);
    if (!choice) {
        return;
    }
    const auto write = [window = QPointer<MainWindow>(this), fileName = choice->fileName,
                        format = choice->format, exporter] {
        const QString problem = writeWhole(fileName, exporter(format));
        QMetaObject::invokeMethod(qApp, [window, problem, fileName] {
            if (window != nullptr) {
                window->tellExported(fileName, problem);
            }
        });
    };
    m_exports.start(write);
}

void MainWindow::tellExported(const QString& fileName, const QString& problem)
{
    if (problem.isEmpty()) {
        tell(tr("Exported to %1").arg(fileName));
    } else {
        m_isReadFailing = false;
        m_notice->say(NoticeBar::Kind::Problem, problem);
    }
}

void MainWindow::tell(const QString& message)
{
    m_status->showMessage(bounded(message), static_cast<int>(kMessageTime.count()));
}

void MainWindow::showHelp()
{
    PageDialog dialog(tr("Help"), this);
    fillHelp(dialog.page());
    dialog.exec();
}

void MainWindow::showAbout()
{
    AboutDialog dialog(this);
    dialog.exec();
}

}  // namespace quaywatch
