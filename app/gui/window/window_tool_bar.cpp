// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/window_tool_bar.h"

#include "app/gui/widgets/icons.h"
#include "app/gui/widgets/segments.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/page_search.h"
#include "app/gui/window/page_stack.h"
#include "app/monitor/monitor_controller.h"
#include "app/settings/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

#include <array>
#include <chrono>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

WindowToolBar::WindowToolBar(MonitorController& monitor, Settings& settings, bool canImport,
                             QWidget* parent)
    : QToolBar(tr("Tools"), parent)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_tabs(new Segments(tr("View"), this))
    , m_filter(new FilterBar(this))
    , m_search(new PageSearch(this))
    , m_intervals(new QActionGroup(this))
    , m_themes(new QActionGroup(this))
{
    setObjectName(u"tools"_s);
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize({16, 16});
    buildTabs();
    buildFilter();
    buildPoll();
    buildIntervals();
    QAction* question = addAction(themedIcon(u"explain"_s), tr("Help"));
    question->setToolTip(tr("What the colors and words mean, and all keys (F1)"));
    connect(question, &QAction::triggered, this, &WindowToolBar::helpRequested);
    buildMenu(canImport);
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::TabFocus);
        if (button->accessibleName().isEmpty()) {
            button->setAccessibleName(button->text());
        }
    }
}

void WindowToolBar::buildTabs()
{
    m_tabs->setObjectName(u"viewSwitch"_s);
    for (const View& view : views()) {
        m_tabs->add(viewTitle(view));
    }
    addWidget(m_tabs);
}

void WindowToolBar::buildFilter()
{
    m_filterAction = addWidget(m_filter);
    m_searchAction = addWidget(m_search);
    m_searchAction->setVisible(false);
    auto* space = new QWidget(this);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_spaceAction = addWidget(space);
    m_spaceAction->setVisible(false);
}

void WindowToolBar::buildPoll()
{
    m_pauseAction = addAction(themedIcon(u"pause"_s), tr("Pause"));
    m_pauseAction->setCheckable(true);
    m_pauseAction->setToolTip(tr("Pause refreshing (Space)"));
    connect(m_pauseAction, &QAction::triggered, &m_monitor, &MonitorController::setPaused);
    connect(&m_monitor, &MonitorController::pausedChanged, this, &WindowToolBar::showPause);
    QAction* refresh = addAction(themedIcon(u"refresh"_s), tr("Refresh"));
    refresh->setShortcut(QKeySequence::Refresh);
    refresh->setToolTip(tr("Read the sockets now (F5)"));
    connect(refresh, &QAction::triggered, &m_monitor, &MonitorController::refreshNow);
}

void WindowToolBar::buildIntervals()
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(themedIcon(u"interval"_s));
    button->setToolTip(tr("How often the sockets are read"));
    button->setAccessibleName(tr("Interval"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    const auto choices = std::to_array<std::pair<std::chrono::milliseconds, QString>>({
        {500ms, tr("Every half second")},
        {1s, tr("Every second")},
        {2s, tr("Every 2 seconds")},
        {5s, tr("Every 5 seconds")},
        {10s, tr("Every 10 seconds")},
        {60s, tr("Every minute")},
    });
    for (const auto& [interval, label] : choices) {
        QAction* action = m_intervals->addAction(menu->addAction(label));
        action->setCheckable(true);
        action->setData(qlonglong{interval.count()});
        connect(action, &QAction::triggered, this, [this, interval = interval] {
            m_settings.change([&](SettingsValues& values) { values.interval = interval; });
        });
    }
    button->setMenu(menu);
    addWidget(button);
}

void WindowToolBar::buildMenu(bool canImport)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(themedIcon(u"menu"_s));
    button->setToolTip(tr("More (F10)"));
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    QAction* exportAction = menu->addAction(themedIcon(u"export"_s), tr("Export…"));
    exportAction->setShortcut(QKeySequence::Save);
    connect(exportAction, &QAction::triggered, this, &WindowToolBar::exportRequested);
    menu->addSeparator();

    addLookActions(*menu);
    QAction* preferences = menu->addAction(tr("Preferences…"));
    preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
    connect(preferences, &QAction::triggered, this, &WindowToolBar::preferencesRequested);

    menu->addSeparator();
    QAction* help = menu->addAction(themedIcon(u"explain"_s), tr("Help"));
    help->setShortcut(QKeySequence::HelpContents);
    connect(help, &QAction::triggered, this, &WindowToolBar::helpRequested);
    if (canImport) {
        QAction* update = menu->addAction(tr("Update registry…"));
        update->setObjectName(u"updateRegistry"_s);
        connect(update, &QAction::triggered, this, &WindowToolBar::registryRequested);
    }
    QAction* report = menu->addAction(tr("Report a problem…"));
    report->setObjectName(u"reportProblem"_s);
    connect(report, &QAction::triggered, this, &WindowToolBar::reportRequested);
    connect(menu->addAction(tr("About Quaywatch")), &QAction::triggered, this,
            &WindowToolBar::aboutRequested);
    menu->addSeparator();
    QAction* quit = menu->addAction(tr("Quit"));
    quit->setShortcut(QKeySequence::Quit);
    // Do not close the window instead: that may only hide it in the tray.
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    button->setMenu(menu);
    addWidget(button);

    auto* open = new QAction(this);
    open->setShortcut(Qt::Key_F10);
    connect(open, &QAction::triggered, button, &QToolButton::showMenu);
    m_windowActions = {exportAction, preferences, help, quit, open};
}

void WindowToolBar::addLookActions(QMenu& menu)
{
    buildThemes(*menu.addMenu(themedIcon(u"theme"_s), tr("Theme")));
    m_detailsAction = menu.addAction(themedIcon(u"inspect"_s), tr("Details"));
    m_detailsAction->setCheckable(true);
    connect(m_detailsAction, &QAction::triggered, this, [this](bool isShown) {
        m_settings.change([&](SettingsValues& values) { values.hasDetails = isShown; });
    });
    m_compactAction = menu.addAction(tr("Compact rows"));
    m_compactAction->setCheckable(true);
    connect(m_compactAction, &QAction::triggered, this, [this](bool isCompact) {
        m_settings.change([&](SettingsValues& values) { values.hasCompactRows = isCompact; });
    });
    m_motionAction = menu.addAction(tr("Reduced motion"));
    m_motionAction->setCheckable(true);
    connect(m_motionAction, &QAction::triggered, this, [this](bool isReduced) {
        m_settings.change([&](SettingsValues& values) { values.hasReducedMotion = isReduced; });
    });
}

void WindowToolBar::buildThemes(QMenu& menu)
{
    const auto choices =
        std::to_array<std::pair<Theme, QString>>({{Theme::System, tr("Follow system")},
                                                  {Theme::Light, tr("Light")},
                                                  {Theme::Dark, tr("Dark")},
                                                  {Theme::HighContrast, tr("High contrast")}});
    for (const auto& [theme, label] : choices) {
        QAction* action = m_themes->addAction(menu.addAction(label));
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        connect(action, &QAction::triggered, this, [this, theme = theme] {
            m_settings.change([&](SettingsValues& values) { values.theme = theme; });
        });
    }
}

void WindowToolBar::showPause(bool isPaused)
{
    m_pauseAction->setChecked(isPaused);
    m_pauseAction->setIcon(themedIcon(isPaused ? u"play"_s : u"pause"_s));
    m_pauseAction->setText(isPaused ? tr("Resume") : tr("Pause"));
}

void WindowToolBar::showTitles(const PageStack& pages)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->setTabText(i, pages.titleOf(i));
    }
}

void WindowToolBar::showSettings(const SettingsValues& values)
{
    m_detailsAction->setChecked(values.hasDetails);
    m_compactAction->setChecked(values.hasCompactRows);
    m_motionAction->setChecked(values.hasReducedMotion);
    for (QAction* action : m_intervals->actions()) {
        action->setChecked(action->data().toLongLong() == values.interval.count());
    }
    for (QAction* action : m_themes->actions()) {
        action->setChecked(action->data().toInt() == static_cast<int>(values.theme));
    }
}

void WindowToolBar::showSearchOf(Page& page)
{
    const bool hasSearch = !page.searchHint().isEmpty();
    m_filterAction->setVisible(page.hasFilter());
    m_searchAction->setVisible(hasSearch);
    m_spaceAction->setVisible(!page.hasFilter() && !hasSearch);
    if (hasSearch) {
        m_search->showPage(page);
    }
}

void WindowToolBar::fitInto(int width)
{
    const int others = sizeHint().width() - m_filter->sizeHint().width();
    m_filter->fitInto(width - others);
    // A tool bar whose size does not change does not repeat the layout of its parts.
    layout()->invalidate();
    layout()->activate();
}

}  // namespace quaywatch
