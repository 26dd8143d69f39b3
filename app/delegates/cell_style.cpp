// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/cell_style.h"

#include <QFontDatabase>
#include <QPainter>

#include <algorithm>

namespace quaywatch {
namespace {

constexpr double kBadgeScale = 0.82;
constexpr double kFigureScale = 0.95;

/// Returns a font with the size of another font, times a factor.
QFont sizedAs(QFont font, const QFont& other, double factor)
{
    if (other.pointSizeF() > 0) {
        font.setPointSizeF(other.pointSizeF() * factor);
    } else {
        font.setPixelSize(std::max(1, static_cast<int>(other.pixelSize() * factor)));
    }
    return font;
}

}  // namespace

QFont figureFontFor(const QFont& text)
{
    return sizedAs(QFontDatabase::systemFont(QFontDatabase::FixedFont), text, kFigureScale);
}

QFont badgeFontFor(const QFont& text)
{
    QFont font = sizedAs(text, text, kBadgeScale);
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor translucent(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

void paintCellFocus(QPainter& painter, const QRect& cell, const QColor& color)
{
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5));
}

}  // namespace quaywatch
