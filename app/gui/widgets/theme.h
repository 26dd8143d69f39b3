// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The look of the program: its own style, colors and fonts. For the GUI thread.

#pragma once

#include "app/settings/settings.h"

#include <QFont>
#include <QPalette>

#include <optional>

namespace quaywatch {

/// What the desktop prefers, for Theme::System.
struct DesktopColors {
    bool isDark = false;
    /// The colors that the user has chosen there; empty if they are Qt's own.
    std::optional<QPalette> palette = {};

    /// Reads the palette of the application. Call it before the first applyTheme().
    [[nodiscard]] static DesktopColors ofThisDesktop();
    /// Reads the desktop's colors again, for which it drops the palette that applyTheme() has set;
    /// call applyTheme() with them.
    [[nodiscard]] static DesktopColors now();
};

/// A fixed-width font that looks good next to the given one.
[[nodiscard]] QFont monospaceFont(const QFont& beside);

/// Applies the style, the fonts and the palette of the theme to the whole program.
///
/// @param isStyleChosen  The user has chosen another style (-style, QT_STYLE_OVERRIDE), which
/// stays.
void applyTheme(Theme theme, const DesktopColors& desktop, bool isStyleChosen = false);

}  // namespace quaywatch
