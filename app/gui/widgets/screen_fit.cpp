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

}  // namespace quaywatch
