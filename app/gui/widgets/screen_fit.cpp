// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/screen_fit.h"

#include <QScreen>
#include <QWidget>

namespace quaywatch {

namespace {

/// Space for the frame of the window manager, whose size is unknown before the window is shown.
constexpr QSize kFrameRoom(16, 48);

}  // namespace

QSize fittingSize(const QWidget& window, const QSize& wanted)
{
    return wanted.boundedTo(window.screen()->availableSize() - kFrameRoom);
}

}  // namespace quaywatch
