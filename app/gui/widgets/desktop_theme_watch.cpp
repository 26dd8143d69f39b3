// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/desktop_theme_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace quaywatch {

DesktopThemeWatch::DesktopThemeWatch(QObject* parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &DesktopThemeWatch::changed);
    QCoreApplication::instance()->installEventFilter(this);
}

bool DesktopThemeWatch::eventFilter(QObject* /*watched*/, QEvent* event)
{
    if (event->type() == QEvent::ThemeChange) {
        m_soon.start();
    }
    return false;
}

}  // namespace quaywatch
