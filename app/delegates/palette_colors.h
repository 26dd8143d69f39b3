// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"

#include <QColor>
#include <QPalette>

#include <vector>

namespace quaywatch {

/// The program's colors: a light, a dark and a high-contrast set, and one for any other palette.
/// Every text has a contrast of at least kLeastContrast on every ground that it is drawn on, tints
/// included. For the GUI thread.
struct PaletteColors {
    /// Contrast of text by WCAG 2.2, level AA.
    static constexpr double kLeastContrast = 4.5;
    /// The same for the high-contrast set, level AAA.
    static constexpr double kHighContrast = 7.0;

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
    [[nodiscard]] static const PaletteColors& highContrast();
    /// Returns the set that fits a palette: the one that the palette was made from, or one with the
    /// palette's own colors. The reference is valid until 16 more palettes have been asked for.
    [[nodiscard]] static const PaletteColors& of(const QPalette& palette);

    /// Every ground that a cell of a table can have: its color, selected or not, with the tints of
    /// alerts and flashes.
    [[nodiscard]] std::vector<QColor> cellGrounds() const;

    /// Color for the text of a badge.
    [[nodiscard]] const QColor& tone(Tone tone) const;
    /// Background of a badge with a text of this color: its tint on `base`. It is opaque, so that
    /// the text can be read on any row.
    [[nodiscard]] QColor badgeGround(const QColor& tone) const;
    /// Color of a flash: green, yellow or red.
    [[nodiscard]] const QColor& flash(Flash flash) const;
    /// Color of outlines and of handles that can be dragged: more visible than a line.
    [[nodiscard]] QColor handle() const;
    /// Fill of buttons.
    [[nodiscard]] QColor button() const { return isDark ? line : window; }
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
