// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The pages of the main window and its turning from one to another.

#include "app/alerts/alert_keeper.h"
#include "app/gui/alerts/alerts_page.h"
#include "app/gui/details/details_controller.h"
#include "app/gui/details/details_panel.h"
#include "app/gui/dialogs/expect_controller.h"
#include "app/gui/dialogs/registry_dialog.h"
#include "app/gui/widgets/history_notice.h"
#include "app/gui/widgets/notice_bar.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/main_window.h"
#include "app/gui/window/status_line.h"
#include "app/history/history_controller.h"
#include "app/registry/registry_keeper.h"
#include "app/text/core_text.h"
#include "app/text/qt_text.h"
#include "core/registry/service_registry.h"

#include <QLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

void MainWindow::connectPage(Page& page)
{
    connect(&page, &Page::countChanged, this, &MainWindow::updateTabs);
    connect(&page, &Page::currentChanged, this, [this, &page] {
        if (&page == &this->page()) {
            followCurrent();
        }
    });
    connect(&page, &Page::menuRequested, this, &MainWindow::showRowMenu);
    connect(&page, &Page::inspectRequested, this, &MainWindow::inspectCurrent);
    connect(&page, &Page::clearRequested, m_filter, &FilterBar::clear);
    connect(&page, &Page::filterRequested, m_filter, &FilterBar::addWord);
    connect(&page, &Page::viewRequested, this, [this](const QString& view, const QString& filter) {
        setFilterText(filter);
        showView(view);
        this->page().focusTarget().setFocus();
    });
    connect(&page, &Page::exportRequested, this, &MainWindow::exportRows);
}

/// Says once what is wrong with it; that another window records is no news to who opened two.
void MainWindow::followHistory()
{
    if (m_context.history == nullptr) {
        return;
    }
    connect(m_context.history, &HistoryController::statusChanged, this,
            [this](const HistoryStatus& status) {
                const bool isSecond =
                    status.problem && status.problem->kind == HistoryProblem::Kind::OtherRecorder;
                sayInstead(m_historyNotice, isSecond ? QString() : noticeOf(status));
            });
}

void MainWindow::followAlerts()
{
    const AlertKeeper* alerts = m_context.alerts;
    if (alerts == nullptr) {
        return;
    }
    connect(alerts, &AlertKeeper::problemFound, this, &MainWindow::report);
    if (!alerts->problem().isEmpty()) {
        report(alerts->problem());
    }
}

/// A broken file is told where it is seen: among other gaps it would be overlooked.
void MainWindow::followBaseline(const Snapshot& snapshot)
{
    const auto gap = std::find_if(snapshot.gaps.begin(), snapshot.gaps.end(),
                                  [](const Gap& each) { return each.kind == Gap::Kind::Baseline; });
    sayInstead(m_baselineNotice, gap != snapshot.gaps.end() ? CoreText::of(gap->why) : QString());
}

/// Says a problem once, and takes it back when it is over.
void MainWindow::sayInstead(QString& said, const QString& problem)
{
    const QString before = std::exchange(said, problem);
    if (before == problem) {
        return;
    }
    withdraw(before);
    if (!problem.isEmpty()) {
        m_notice->say(NoticeBar::Kind::Problem, problem);
    }
}

void MainWindow::followRegistry()
{
    const RegistryKeeper* keeper = m_context.registry;
    if (keeper == nullptr) {
        return;
    }
    connect(keeper, &RegistryKeeper::changed, this, &MainWindow::heedRegistry);
    const RegistryStart& start = keeper->start();
    const QString builtIn = fromUtf8(registry::builtIn().date);
    if (start.kind == RegistryStart::Kind::Broken) {
        report(tr("The imported registry cannot be used, the built-in one of %1 is in force: %2")
                   .arg(builtIn, CoreText::of(start.detail)));
    } else if (start.kind == RegistryStart::Kind::Older) {
        m_status->showMessage(
            tr("The imported registry of %1 is older than the built-in one of %2, which is in "
               "force.")
                .arg(plainText(start.detail), builtIn));
    }
}

/// What the look-ups answer has changed at once; verdicts follow with the next poll.
void MainWindow::heedRegistry()
{
    for (Page* page : m_pages) {
        page->setFilter(m_filterInForce, m_filter->text().trimmed());
        page->heedRegistry();
    }
    m_detailsController->follow(nullptr);
    followCurrent();
    updateTabs();
    tell(tr("The registry of %1 is in force").arg(fromUtf8(registry::date())));
    if (!m_monitor.isPaused()) {
        m_monitor.refreshNow();
    }
}

void MainWindow::updateRegistry()
{
    RegistryDialog dialog(*m_context.registry, this);
    dialog.exec();
}

void MainWindow::showHistoryOf(Port port)
{
    showView(u"history");
    page().selectPort(port);
    page().focusTarget().setFocus();
}

void MainWindow::search()
{
    if (page().hasFilter()) {
        m_filter->activate();
    } else {
        page().activateSearch();
    }
}

Page& MainWindow::page() const
{
    return *m_pages.at(static_cast<std::size_t>(m_stack->currentIndex()));
}

QString MainWindow::currentView() const
{
    return views()[static_cast<std::size_t>(m_stack->currentIndex())].name;
}

bool MainWindow::showView(QStringView name)
{
    const std::optional<int> index = viewIndex(name);
    if (index) {
        turnTo(*index);
    }
    return index.has_value();
}

void MainWindow::turnTo(int index)
{
    m_stack->setCurrentIndex(index);
    m_tabs->setCurrentIndex(index);
    m_filter->setEnabled(page().hasFilter());
    updateDetailsVisible();
    followCurrent();
}

void MainWindow::followCurrent()
{
    const SocketRecord* socket = page().currentSocket();
    const std::optional<PortId> port = page().currentPort();
    if (socket == nullptr && port) {
        m_detailsController->followPort(*port);
    } else {
        m_detailsController->follow(socket);
    }
}

void MainWindow::turnBy(int step)
{
    const int count = m_stack->count();
    turnTo((m_stack->currentIndex() + count + step) % count);
    page().focusTarget().setFocus();
}

void MainWindow::applyFilter(const Filter& filter)
{
    m_filterInForce = filter;
    for (Page* page : m_pages) {
        page->setFilter(filter, m_filter->text().trimmed());
    }
    updateTabs();
}

void MainWindow::updateTabs()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString title = viewTitle(views()[static_cast<std::size_t>(i)]);
        const std::optional<int> count = m_pages[static_cast<std::size_t>(i)]->count();
        m_tabs->setTabText(i, count ? u"%1  %2"_s.arg(title).arg(*count) : title);
    }
    fitToolBar();
}

void MainWindow::fitToolBar()
{
    const int others = m_toolBar->sizeHint().width() - m_filter->sizeHint().width();
    m_filter->fitInto(width() - others);
    // A toolbar that keeps its size does not share it out anew by itself.
    m_toolBar->layout()->invalidate();
    m_toolBar->layout()->activate();
}

void MainWindow::updateDetailsVisible()
{
    m_details->setVisible(m_settings.values().hasDetails && page().hasDetails());
}

void MainWindow::report(const QString& problem)
{
    m_isReadFailing = false;
    m_notice->say(NoticeBar::Kind::Problem, problem);
}

void MainWindow::withdraw(const QString& problem)
{
    m_notice->withdraw(problem);
}

bool MainWindow::showAlert(std::uint64_t id)
{
    const auto alerts = std::find_if(m_pages.begin(), m_pages.end(), [](const Page* page) {
        return qobject_cast<const AlertsPage*>(page) != nullptr;
    });
    if (alerts == m_pages.end()) {
        return false;
    }
    turnTo(static_cast<int>(alerts - m_pages.begin()));
    page().focusTarget().setFocus();
    return static_cast<AlertsPage*>(*alerts)->selectAlert(id);
}

void MainWindow::expectCurrent()
{
    if (const SocketRecord* socket = page().currentSocket()) {
        m_expect->ask(SocketRecord(*socket));
    } else {
        report(tr("What the row speaks of has gone: there is nothing to expect."));
    }
}

}  // namespace quaywatch
