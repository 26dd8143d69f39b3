// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/screen_fit.h"

#include <QScreen>
#include <QWidget>

namespace quaywatch {

namespace {

/// What a window manager puts around a window, and does not tell before it is shown.
constexpr QSize kFrameRoom(16, 48);

}  // namespace

QSize fittingSize(const QWidget& window, const QSize& wanted)
{
    return wanted.boundedTo(window.screen()->availableSize() - kFrameRoom);
}

}  // namespace quaywatch
