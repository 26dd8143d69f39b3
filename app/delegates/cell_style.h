// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Fonts, colors and sizes that the cells of all tables share.

#pragma once

#include <QColor>
#include <QFont>
#include <QRect>

class QPainter;

namespace quaywatch {

/// Width in pixels of the bar at the left edge of an unexpected row.
constexpr int kAlertBarWidth = 3;
/// Space in pixels at the left and right of the text of a cell, and of the title above it.
constexpr int kCellPadding = 8;
/// Space in pixels between the text lines of two rows, in comfortable and in compact tables.
constexpr int kRowPadding = 10;
constexpr int kCompactRowPadding = 3;

/// Font for figures and addresses: monospaced, and apparently as large as the text font.
[[nodiscard]] QFont figureFontFor(const QFont& text);
[[nodiscard]] QFont badgeFontFor(const QFont& text);
/// @param alpha  0 to 255.
[[nodiscard]] QColor translucent(QColor color, int alpha);
/// Draws the frame of the cell with the focus. All of it is inside of the cell, at any scale, so
/// that nothing stays when the focus leaves.
void paintCellFocus(QPainter& painter, const QRect& cell, const QColor& color);

}  // namespace quaywatch
