// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the cells of all tables have in common.

#pragma once

#include <QColor>
#include <QFont>

namespace quaywatch {

/// Of the bar at the left edge of an unexpected row.
constexpr int kAlertBarWidth = 3;
/// Between the lines of two rows.
constexpr int kRowRoom = 10;

/// For figures and addresses: of one width, and as large as the text looks.
[[nodiscard]] QFont figureFontFor(const QFont& text);
[[nodiscard]] QFont badgeFontFor(const QFont& text);
/// @param alpha  0 to 255.
[[nodiscard]] QColor translucent(QColor color, int alpha);

}  // namespace quaywatch
