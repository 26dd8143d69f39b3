// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>

class QWidget;

namespace quaywatch {

/// Returns a size for a window that keeps its title and its buttons on a small screen.
[[nodiscard]] QSize fittingSize(const QWidget& window, const QSize& wanted);

/// Keeps a window on a screen from now on: fits it into one when its screen is removed, or when the
/// available space of a screen changes.
void keepOnScreen(QWidget& window);

/// Makes a window with a saved position and size fit into the screen that it is on, or into the
/// primary screen if its screen is gone. Does nothing with a maximized window.
void fitIntoScreen(QWidget& window);

}  // namespace quaywatch
