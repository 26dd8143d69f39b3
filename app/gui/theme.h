// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// How the program looks: Fusion with the program's own colors and fonts.

#pragma once

#include "app/settings/settings.h"

#include <QFont>
#include <QPalette>

class QApplication;

namespace quaywatch {

/// A fixed-width font that sits well beside the given one.
[[nodiscard]] QFont monospaceFont(const QFont& beside);

/// Whether the desktop asks for a dark look: by its portal, else by the palette it gave us.
[[nodiscard]] bool isSystemDark(const QPalette& systemPalette);

/// Fusion, fonts and the palette of the theme for the whole program. `systemPalette` is the
/// palette before the first call.
void applyTheme(QApplication& application, Theme theme, const QPalette& systemPalette);

}  // namespace quaywatch
