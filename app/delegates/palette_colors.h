// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"

#include <QColor>
#include <QPalette>

namespace quaywatch {

/// The program's colors, as a light and a dark set. Qt 6.4 does not report the color scheme, so the
/// lightness of the palette decides.
struct PaletteColors {
    QColor window;
    QColor base;
    QColor alternate;
    QColor text;
    QColor dim;
    QColor line;
    QColor accent;
    QColor selection;  ///< Weak enough that the cells keep their own colors on it.
    QColor tcp;
    QColor udp;
    QColor listen;
    QColor established;
    QColor waiting;
    QColor warning;
    QColor danger;
    QColor received;
    QColor sent;
    bool isDark = false;

    [[nodiscard]] static const PaletteColors& light();
    [[nodiscard]] static const PaletteColors& dark();
    /// Returns the set that fits a palette.
    [[nodiscard]] static const PaletteColors& of(const QPalette& palette);

    /// Color for text and border of a badge; its background is the same color at tintAlpha().
    [[nodiscard]] const QColor& tone(Tone tone) const;
    /// Color of a flash: green, yellow or red.
    [[nodiscard]] const QColor& flash(Flash flash) const;
    /// Color of handles that can be dragged: more visible than a line.
    [[nodiscard]] QColor handle() const { return isDark ? line.lighter(150) : line.darker(115); }
    /// Alpha of tints, 0 to 255: 13 % on light, 20 % on dark.
    [[nodiscard]] int tintAlpha() const { return isDark ? 51 : 33; }
    /// Fill for an unexpected row: a tint of its color. On a selected row it replaces `selection`,
    /// which would turn it purple, and is stronger.
    [[nodiscard]] QColor alertTint(bool isHigh, bool isSelected) const;
    /// Returns a Qt palette with these colors, for a window that does not follow the desktop's
    /// colors.
    [[nodiscard]] QPalette toPalette() const;
};

/// Whether the text is lighter than its background.
[[nodiscard]] bool isDarkPalette(const QPalette& palette);

}  // namespace quaywatch
