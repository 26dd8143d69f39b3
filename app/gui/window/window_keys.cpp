// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/window_keys.h"

#include "app/gui/widgets/segments.h"
#include "app/gui/window/filter_bar.h"
#include "app/gui/window/page_search.h"
#include "app/gui/window/page_stack.h"
#include "app/gui/window/row_actions.h"
#include "app/gui/window/views.h"
#include "app/gui/window/window_tool_bar.h"
#include "app/monitor/monitor_controller.h"
#include "app/text/qt_text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeySequence>

namespace quaywatch {

namespace {

/// Opens the context menu for Shift+F10. Qt handles only the menu key, which many keyboards lack.
void openContextMenu()
{
    if (QWidget* widget = QApplication::focusWidget()) {
        // Versions of Qt disagree about the cursor of a table: it is its current row here.
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        const QPoint at =
            (view != nullptr ? view->visualRect(view->currentIndex())
                             : widget->inputMethodQuery(Qt::ImCursorRectangle).toRect())
                .center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
        QCoreApplication::sendEvent(widget, &event);
    }
}

}  // namespace

WindowKeys::WindowKeys(const Parts& parts, QWidget* window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    addRowKeys();
    addWindowKeys();
    addPageKeys();
}

QAction* WindowKeys::addRowKey(const QString& text, const QList<QKeySequence>& keys)
{
    // The key works only while rows have the focus: elsewhere a blank or a slash is typed text, and
    // on a button a blank presses it.
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    for (Page* page : m_parts.pages.pages()) {
        page->focusTarget().addAction(action);
    }
    return action;
}

void WindowKeys::addRowKeys()
{
    connect(addRowKey(tr("Pause"), {Qt::Key_Space}), &QAction::triggered, this,
            &WindowKeys::togglePause);
    connect(addRowKey(tr("Filter"), {Qt::Key_Slash}), &QAction::triggered, this,
            &WindowKeys::activateSearch);
    connect(addRowKey(tr("Clear the filter"), {Qt::Key_Escape}), &QAction::triggered, this,
            &WindowKeys::clearSearch);
    connect(addRowKey(tr("Inspect"), {Qt::Key_Return, Qt::Key_Enter}), &QAction::triggered,
            &m_parts.rowActions, &RowActions::inspect);
    connect(addRowKey(tr("Copy"), {QKeySequence(QKeySequence::Copy)}), &QAction::triggered,
            &m_parts.rowActions, &RowActions::copy);
    connect(addRowKey(tr("End process"), {Qt::Key_Delete}), &QAction::triggered, this,
            [this] { m_parts.rowActions.end(ProcessSignal::Terminate); });
}

QAction* WindowKeys::addWindowKey(const QKeySequence& key)
{
    auto* action = new QAction(this);
    action->setShortcut(key);
    m_window->addAction(action);
    return action;
}

void WindowKeys::addWindowKeys()
{
    connect(addWindowKey(Qt::Key_Pause), &QAction::triggered, this, &WindowKeys::togglePause);
    connect(addWindowKey(Qt::SHIFT | Qt::Key_F10), &QAction::triggered, this, openContextMenu);
    connect(addWindowKey(QKeySequence::Find), &QAction::triggered, this,
            &WindowKeys::activateSearch);
}

void WindowKeys::addPageKeys()
{
    connect(addWindowKey(Qt::CTRL | Qt::Key_Tab), &QAction::triggered, this, [this] { step(1); });
    connect(addWindowKey(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), &QAction::triggered, this,
            [this] { step(-1); });
    for (int i = 0; i < m_parts.pages.count() && i < 9; ++i) {
        const QKeySequence key(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i));
        QStringList tip{viewTip(views()[static_cast<std::size_t>(i)]),
                        key.toString(QKeySequence::NativeText)};
        tip.removeAll(QString());
        m_parts.toolBar.tabs().setTabToolTip(i, forTip(tip.join(u'\n')));
        connect(addWindowKey(key), &QAction::triggered, this, [this, i] {
            m_parts.pages.setCurrentIndex(i);
            m_parts.pages.page().focusTarget().setFocus();
        });
    }
}

void WindowKeys::togglePause()
{
    m_parts.monitor.setPaused(!m_parts.monitor.isPaused());
}

void WindowKeys::activateSearch()
{
    Page& page = m_parts.pages.page();
    if (page.hasFilter()) {
        m_parts.toolBar.filter().activate();
    } else if (!page.searchHint().isEmpty()) {
        m_parts.toolBar.search().activate();
    } else {
        page.activateSearch();
    }
}

void WindowKeys::clearSearch()
{
    if (m_parts.pages.page().searchHint().isEmpty()) {
        m_parts.toolBar.filter().clear();
    } else {
        m_parts.toolBar.search().reset();
    }
}

void WindowKeys::step(int by)
{
    m_parts.pages.step(by);
    m_parts.pages.page().focusTarget().setFocus();
}

}  // namespace quaywatch
