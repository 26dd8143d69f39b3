// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Draws the parts that all controls share: panels with round corners, the focus ring and arrows.
/// The colors come from the palette. For the GUI thread.

#pragma once

#include <QColor>
#include <QRect>
#include <Qt>

class QPainter;
class QPainterPath;
class QPalette;
class QStyleOption;

namespace quaywatch {

/// Radius in pixels of the corners of buttons, fields and menus.
constexpr int kCornerRadius = 6;

/// How a button, a tab or the box of a combo box looks at the moment.
struct ControlLook {
    bool isFlat = false;     ///< No panel unless it is on or under the pointer.
    bool isOn = false;       ///< Checked, or the current tab.
    bool isHovered = false;  ///< The pointer is over it.
    bool isPressed = false;
    bool isDefault = false;  ///< The button that Enter presses.
    bool isEnabled = true;

    /// Reads the state of a control; isDefault stays false.
    [[nodiscard]] static ControlLook of(const QStyleOption& option);
};

/// Fill and outline of a control. A color that is not valid is not drawn.
struct ControlColors {
    QColor fill;
    QColor edge;

    [[nodiscard]] static ControlColors of(const ControlLook& look, const QPalette& palette);
};

/// Draws a panel with an outline of one pixel inside of the rectangle.
void paintPanel(QPainter& painter, const QRect& rect, const ControlColors& colors);
/// The same for any shape.
void paintShape(QPainter& painter, const QPainterPath& shape, const ControlColors& colors);
/// Marks the control that has the keyboard focus: a ring inside of the rectangle.
void paintFocusRing(QPainter& painter, const QRect& rect, const QPalette& palette);
/// Draws an arrow without a stem in the middle of a rectangle.
void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction,
                  const QColor& color);

}  // namespace quaywatch
