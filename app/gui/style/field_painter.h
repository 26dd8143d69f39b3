// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Draws input fields, and the boxes that are checked. For the GUI thread.

#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace quaywatch {

/// Draws the background and the outline of an input field.
/// @param isInvalid  Whether its content is an error.
void paintField(QPainter& painter, const QStyleOption& option, bool isInvalid);

/// Draws a combo box without its text. One that is editable looks like a field, another one like a
/// button.
void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QStyle& style,
                   const QWidget* widget);
void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style,
                  const QWidget* widget);

void paintCheckBox(QPainter& painter, const QStyleOption& option);
void paintRadioButton(QPainter& painter, const QStyleOption& option);

}  // namespace quaywatch
