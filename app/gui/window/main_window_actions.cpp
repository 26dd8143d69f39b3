// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The tool bar, its menus and the keys of the main window.

#include "app/gui/preferences/preferences_dialog.h"
#include "app/gui/widgets/icons.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

#include <array>
#include <utility>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

void MainWindow::buildToolBar()
{
    QToolBar* bar = m_toolBar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setIconSize({16, 16});

    m_tabs = new QTabBar(bar);
    m_tabs->setObjectName(u"viewSwitch"_s);
    for (const View& view : views()) {
        m_tabs->addTab(viewTitle(view));
    }
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("View"));
    bar->addWidget(m_tabs);

    m_filter = new FilterBar(bar);
    bar->addWidget(m_filter);

    m_pauseAction = bar->addAction(themedIcon(u"pause"_s), tr("Pause"));
    m_pauseAction->setCheckable(true);
    m_pauseAction->setToolTip(tr("Hold the picture still (Space)"));
    connect(m_pauseAction, &QAction::triggered, &m_monitor, &MonitorController::setPaused);
    QAction* refresh = bar->addAction(themedIcon(u"refresh"_s), tr("Refresh"));
    refresh->setShortcut(QKeySequence::Refresh);
    refresh->setToolTip(tr("Read the sockets now (F5)"));
    connect(refresh, &QAction::triggered, &m_monitor, &MonitorController::refreshNow);
    buildIntervalButton(*bar);
    buildMenuButton(*bar);
    for (QToolButton* button : bar->findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::TabFocus);
        if (button->accessibleName().isEmpty()) {
            button->setAccessibleName(button->text());
        }
    }
}

void MainWindow::buildIntervalButton(QToolBar& bar)
{
    m_intervalButton = new QToolButton(&bar);
    m_intervalButton->setIcon(themedIcon(u"interval"_s));
    m_intervalButton->setToolTip(tr("How often the sockets are read"));
    m_intervalButton->setAccessibleName(tr("Interval"));
    m_intervalButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_intervalButton);
    m_intervals = new QActionGroup(this);
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
    m_intervalButton->setMenu(menu);
    bar.addWidget(m_intervalButton);
}

void MainWindow::buildMenuButton(QToolBar& bar)
{
    auto* button = new QToolButton(&bar);
    button->setIcon(themedIcon(u"menu"_s));
    button->setToolTip(tr("More (F10)"));
    button->setAccessibleName(tr("Menu"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    QAction* exportAction = menu->addAction(themedIcon(u"export"_s), tr("Export…"));
    exportAction->setShortcut(QKeySequence::Save);
    connect(exportAction, &QAction::triggered, this, &MainWindow::exportRows);
    menu->addSeparator();

    addLookActions(*menu);
    QAction* preferences = menu->addAction(tr("Preferences…"));
    preferences->setShortcut(Qt::CTRL | Qt::Key_Comma);
    connect(preferences, &QAction::triggered, this, &MainWindow::showPreferences);

    menu->addSeparator();
    QAction* help = menu->addAction(themedIcon(u"explain"_s), tr("Help"));
    help->setShortcut(QKeySequence::HelpContents);
    connect(help, &QAction::triggered, this, &MainWindow::showHelp);
    if (m_context.registry != nullptr) {
        QAction* update = menu->addAction(tr("Update registry…"));
        update->setObjectName(u"updateRegistry"_s);
        connect(update, &QAction::triggered, this, &MainWindow::updateRegistry);
    }
    connect(menu->addAction(tr("About Quaywatch")), &QAction::triggered, this,
            &MainWindow::showAbout);
    menu->addSeparator();
    QAction* quit = menu->addAction(tr("Quit"));
    quit->setShortcut(QKeySequence::Quit);
    // Not by closing the window: that may only hide it in the tray.
    connect(quit, &QAction::triggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    // Shortcuts of a closed menu work only if the window has the actions too.
    addActions({exportAction, preferences, help, quit});
    button->setMenu(menu);
    bar.addWidget(button);

    auto* open = new QAction(this);
    open->setShortcut(Qt::Key_F10);
    connect(open, &QAction::triggered, button, &QToolButton::showMenu);
    addAction(open);
}

void MainWindow::addLookActions(QMenu& menu)
{
    buildThemes(*menu.addMenu(themedIcon(u"theme"_s), tr("Theme")));
    m_detailsAction = menu.addAction(themedIcon(u"inspect"_s), tr("Details"));
    m_detailsAction->setCheckable(true);
    connect(m_detailsAction, &QAction::triggered, this, [this](bool isShown) {
        m_settings.change([&](SettingsValues& values) { values.hasDetails = isShown; });
    });
    m_motionAction = menu.addAction(tr("Reduced motion"));
    m_motionAction->setCheckable(true);
    connect(m_motionAction, &QAction::triggered, this, [this](bool isReduced) {
        m_settings.change([&](SettingsValues& values) { values.hasReducedMotion = isReduced; });
    });
}

void MainWindow::showPreferences()
{
    PreferencesDialog dialog(m_settings, {m_context.history, m_hasTray && m_hasTray()}, this);
    dialog.exec();
}

void MainWindow::buildThemes(QMenu& menu)
{
    m_themes = new QActionGroup(this);
    const auto choices =
        std::to_array<std::pair<Theme, QString>>({{Theme::System, tr("As the system")},
                                                  {Theme::Light, tr("Light")},
                                                  {Theme::Dark, tr("Dark")}});
    for (const auto& [theme, label] : choices) {
        QAction* action = m_themes->addAction(menu.addAction(label));
        action->setCheckable(true);
        action->setData(static_cast<int>(theme));
        connect(action, &QAction::triggered, this, [this, theme = theme] {
            m_settings.change([&](SettingsValues& values) { values.theme = theme; });
        });
    }
}

QAction* MainWindow::addPageAction(const QString& text, const QList<QKeySequence>& keys)
{
    // Only where rows have the focus: a blank or a slash typed elsewhere is just that, and on a
    // button a blank presses it.
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    for (Page* page : m_pages) {
        page->focusTarget().addAction(action);
    }
    return action;
}

void MainWindow::buildActions()
{
    const auto togglePause = [this] { m_monitor.setPaused(!m_monitor.isPaused()); };
    connect(addPageAction(tr("Pause"), {Qt::Key_Space}), &QAction::triggered, this, togglePause);
    connect(addPageAction(tr("Filter"), {Qt::Key_Slash}), &QAction::triggered, this,
            &MainWindow::search);
    connect(addPageAction(tr("Clear the filter"), {Qt::Key_Escape}), &QAction::triggered, m_filter,
            &FilterBar::clear);
    connect(addPageAction(tr("Inspect"), {Qt::Key_Return, Qt::Key_Enter}), &QAction::triggered,
            this, &MainWindow::inspectCurrent);
    connect(addPageAction(tr("Copy"), {QKeySequence(QKeySequence::Copy)}), &QAction::triggered,
            this, &MainWindow::copySelection);
    connect(addPageAction(tr("End process"), {Qt::Key_Delete}), &QAction::triggered, this,
            [this] { endCurrent(ProcessSignal::Terminate); });

    const auto addWindowAction = [this](const QKeySequence& key) {
        auto* action = new QAction(this);
        action->setShortcut(key);
        addAction(action);
        return action;
    };
    connect(addWindowAction(Qt::Key_Pause), &QAction::triggered, this, togglePause);
    // Qt knows the menu key alone, which many keyboards lack.
    connect(addWindowAction(Qt::SHIFT | Qt::Key_F10), &QAction::triggered, this, [] {
        if (QWidget* widget = QApplication::focusWidget()) {
            const QPoint at = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
            QContextMenuEvent event(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
            QCoreApplication::sendEvent(widget, &event);
        }
    });
    connect(addWindowAction(QKeySequence::Find), &QAction::triggered, this, &MainWindow::search);
    connect(addWindowAction(Qt::CTRL | Qt::Key_Tab), &QAction::triggered, this,
            [this] { turnBy(1); });
    connect(addWindowAction(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), &QAction::triggered, this,
            [this] { turnBy(-1); });
    for (int i = 0; i < m_stack->count() && i < 9; ++i) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i));
        m_tabs->setTabToolTip(i, key.toString(QKeySequence::NativeText));
        connect(addWindowAction(key), &QAction::triggered, this, [this, i] {
            turnTo(i);
            page().focusTarget().setFocus();
        });
    }
}

}  // namespace quaywatch
