// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How the program looks: Fusion with the program's own colors and fonts.

#pragma once

#include "app/settings/settings.h"

#include <QFont>

class QApplication;

namespace quaywatch {

/// A fixed-width font that sits well beside the given one.
[[nodiscard]] QFont monospaceFont(const QFont& beside);

/// Fusion, fonts and the palette of the theme for the whole program.
///
/// @param isSystemDark  Whether the desktop asks for a dark look, for Theme::System.
void applyTheme(QApplication& application, Theme theme, bool isSystemDark);

}  // namespace quaywatch
