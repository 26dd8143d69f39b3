// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"

#include <QColor>
#include <QPalette>

namespace quaywatch {

/// The program's colors, in a light and a dark set. Qt 6.4 cannot be asked for the color scheme,
/// so the palette's own lightness decides.
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
    /// The set that suits a palette.
    [[nodiscard]] static const PaletteColors& of(const QPalette& palette);

    /// Text and border of a badge; its ground is the same at tintAlpha().
    [[nodiscard]] const QColor& tone(Tone tone) const;
    /// Hue of a flash: green, yellow, red.
    [[nodiscard]] const QColor& flash(Flash flash) const;
    /// 13 % on light, 20 % on dark.
    /// Of what can be taken hold of: more to be seen than a line.
    [[nodiscard]] QColor handle() const { return isDark ? line.lighter(150) : line.darker(115); }
    [[nodiscard]] int tintAlpha() const { return isDark ? 51 : 33; }
    /// What lies over an unexpected row: a tint of its hue. On a selected one it takes the place
    /// of `selection`, with which it would turn purple, and is stronger.
    [[nodiscard]] QColor alertTint(bool isHigh, bool isSelected) const;
    /// A Qt palette of these colors, for a window that does not follow the desktop's.
    [[nodiscard]] QPalette toPalette() const;
};

/// Whether the text is lighter than what it stands on.
[[nodiscard]] bool isDarkPalette(const QPalette& palette);

}  // namespace quaywatch
