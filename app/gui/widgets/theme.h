// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The look of the program: the Fusion style with the program's own colors and fonts.

#pragma once

#include "app/settings/settings.h"

#include <QFont>

class QApplication;

namespace quaywatch {

/// A fixed-width font that looks good next to the given one.
[[nodiscard]] QFont monospaceFont(const QFont& beside);

/// Applies the style, the fonts and the palette of the theme to the whole program.
///
/// @param isSystemDark  Whether the desktop prefers a dark color scheme, for Theme::System.
void applyTheme(QApplication& application, Theme theme, bool isSystemDark);

}  // namespace quaywatch
