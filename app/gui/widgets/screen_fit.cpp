// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/screen_fit.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace quaywatch {

namespace {

/// Space for the frame of the window manager, whose size is unknown before the window is shown.
constexpr QSize kFrameRoom(16, 48);

}  // namespace

QSize fittingSize(const QWidget& window, const QSize& wanted)
{
    return wanted.boundedTo(window.screen()->availableSize() - kFrameRoom);
}

void fitIntoScreen(QWidget& window)
{
    if (window.isMaximized() || window.isFullScreen()) {
        return;
    }
    const QScreen* screen = QGuiApplication::screenAt(window.geometry().center());
    if (screen == nullptr) {
        screen = QGuiApplication::primaryScreen();
    }
    const QRect available = screen->availableGeometry();
    const QSize size = window.size().boundedTo(available.size() - kFrameRoom);
    window.resize(size);
    const int right = available.right() + 1 - size.width() - kFrameRoom.width();
    const int bottom = available.bottom() + 1 - size.height() - kFrameRoom.height();
    window.move(std::clamp(window.x(), available.left(), right),
                std::clamp(window.y(), available.top(), bottom));
}

void keepOnScreen(QWidget& window)
{
    // Queued, so that Qt and the window manager have moved the window first.
    const auto fit = [&window] { fitIntoScreen(window); };
    const auto follow = [&window, fit](const QScreen* screen) {
        QObject::connect(screen, &QScreen::availableGeometryChanged, &window, fit,
                         Qt::QueuedConnection);
    };
    for (const QScreen* screen : QGuiApplication::screens()) {
        follow(screen);
    }
    QObject::connect(qGuiApp, &QGuiApplication::screenAdded, &window, follow);
    QObject::connect(qGuiApp, &QGuiApplication::screenRemoved, &window, fit, Qt::QueuedConnection);
}

}  // namespace quaywatch
