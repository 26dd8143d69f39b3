// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/window/table_zoom.h"

#include "app/gui/window/page_stack.h"
#include "app/settings/settings.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFont>
#include <QKeySequence>
#include <QWheelEvent>

#include <algorithm>

namespace quaywatch {

TableZoom::TableZoom(PageStack& pages, Settings& settings, QWidget* window)
    : QObject(window)
    , m_pages(pages)
    , m_settings(settings)
{
    for (QAbstractItemView* view : m_pages.findChildren<QAbstractItemView*>()) {
        view->viewport()->installEventFilter(this);
    }
    window->installEventFilter(this);
    addKeys(*window);
    connect(&m_settings, &Settings::changed, this, &TableZoom::apply);
    apply();
}

void TableZoom::addKeys(QWidget& window)
{
    const auto add = [&](const QList<QKeySequence>& keys, auto slot) {
        auto* action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, slot);
        window.addAction(action);
    };
    // On many keyboards, plus is a shifted key.
    add({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        &TableZoom::zoomIn);
    add({QKeySequence(Qt::CTRL | Qt::Key_Minus)}, &TableZoom::zoomOut);
    add({QKeySequence(Qt::CTRL | Qt::Key_0)}, &TableZoom::reset);
}

void TableZoom::reset()
{
    m_settings.change([](SettingsValues& values) { values.tableZoomPercent = 100; });
}

void TableZoom::change(int by)
{
    m_settings.change([by](SettingsValues& values) {
        values.tableZoomPercent =
            std::clamp(values.tableZoomPercent + by, kLeastPercent, kMaxPercent);
    });
}

void TableZoom::apply()
{
    const int percent =
        std::clamp(m_settings.values().tableZoomPercent, kLeastPercent, kMaxPercent);
    for (QAbstractItemView* view : m_pages.findChildren<QAbstractItemView*>()) {
        QFont font;  // As inherited, unless a part is set.
        if (percent != 100) {
            font = QApplication::font();
            font.setPointSizeF(font.pointSizeF() * percent / 100);
        }
        view->setFont(font);
    }
}

bool TableZoom::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        // After all widgets have it.
        QMetaObject::invokeMethod(this, &TableZoom::apply, Qt::QueuedConnection);
    }
    if (event->type() != QEvent::Wheel) {
        return QObject::eventFilter(watched, event);
    }
    const auto* wheel = static_cast<QWheelEvent*>(event);
    if (!wheel->modifiers().testFlag(Qt::ControlModifier)) {
        return QObject::eventFilter(watched, event);
    }
    // A touch pad sends many small turns.
    m_wheel += wheel->angleDelta().y();
    constexpr int kStepOfWheel = 120;
    const int steps = m_wheel / kStepOfWheel;
    m_wheel -= steps * kStepOfWheel;
    if (steps != 0) {
        change(steps * kStep);
    }
    return true;
}

}  // namespace quaywatch
