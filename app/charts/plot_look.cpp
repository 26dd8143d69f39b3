// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/plot_look.h"

#include "app/delegates/palette_colors.h"

namespace quaywatch {

PlotLook PlotLook::of(const QPalette& palette)
{
    const PaletteColors& colors = PaletteColors::of(palette);
    QColor hatch = colors.dim;
    hatch.setAlpha(90);
    return {colors.line, colors.dim, QBrush(hatch, Qt::BDiagPattern)};
}

QPen PlotLook::penOf(const PlotLine& line)
{
    QPen pen(line.color, 1.5);
    pen.setCosmetic(true);
    if (line.isDashed) {
        pen.setDashPattern({3, 2});
    }
    return pen;
}

QRectF PlotLook::areaOf(const QRectF& widget, const QFontMetrics& metrics)
{
    const int left = metrics.horizontalAdvance(QStringLiteral("888.8 kB/s")) + 2 * kLabelDistance;
    const int below = metrics.height() + kLabelDistance + 2;
    const int above = metrics.height() / 2 + 2;
    const int right = metrics.horizontalAdvance(QStringLiteral("88:88")) / 2 + 2;
    return widget.adjusted(left, above, -right, -below);
}

}  // namespace quaywatch
