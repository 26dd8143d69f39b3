// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QString>

namespace quaywatch {

/// Returns an icon of resources/icons by name. It is painted in the current color of the palette's
/// text, so that it follows a change of theme. An unknown name gives an empty icon.
[[nodiscard]] QIcon themedIcon(const QString& name);

/// The program's own icon.
[[nodiscard]] QIcon programIcon();

}  // namespace quaywatch
