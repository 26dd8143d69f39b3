// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSize>

class QWidget;

namespace quaywatch {

/// Returns a size for a window that keeps its title and its buttons on a small screen.
[[nodiscard]] QSize fittingSize(const QWidget& window, const QSize& wanted);

}  // namespace quaywatch
