// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Draws push buttons and tool buttons. For the GUI thread.

#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionToolButton;
class QWidget;

namespace quaywatch {

/// Draws the panel of a button, and the ring of one that has the focus.
void paintButton(QPainter& painter, const QStyleOption& option);
/// Draws a tool button with its label, and an arrow if it opens a menu and is not auto-raised.
void paintToolButton(QPainter& painter, const QStyleOptionToolButton& button, const QStyle& style,
                     const QWidget* widget);
/// The width of a tool button whose icon and text have this width.
[[nodiscard]] int toolButtonWidth(const QStyleOptionToolButton& button, int contents);

}  // namespace quaywatch
