// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>

namespace quaywatch {

/// Mixes two opaque colors; `share` is the part of the second one, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& color, const QColor& with, double share);

/// The color of a translucent tint on an opaque ground.
[[nodiscard]] QColor composited(const QColor& tint, const QColor& ground);

/// The contrast of two opaque colors: 1 (none) to 21. Formula: WCAG 2.2, "contrast ratio".
[[nodiscard]] double contrastOf(const QColor& a, const QColor& b);

}  // namespace quaywatch
