// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/scroll_bar.h"

#include "app/delegates/palette_colors.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace quaywatch {
namespace {

constexpr int kLeastLength = 30;

}  // namespace

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const QRect& rect = option.rect;
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const int whole = isHorizontal ? rect.width() : rect.height();
    const qint64 range = qint64{option.maximum} - option.minimum;
    int length = whole;
    if (range > 0) {
        const qint64 page = std::max(option.pageStep, 1);
        length = static_cast<int>(whole * page / (range + page));
        length = std::min(std::max(length, kLeastLength), whole);
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, whole - length, option.upsideDown);
    int from = 0;
    int size = 0;
    switch (part) {
        case QStyle::SC_ScrollBarGroove:
            size = whole;
            break;
        case QStyle::SC_ScrollBarSlider:
            from = start;
            size = length;
            break;
        case QStyle::SC_ScrollBarSubPage:
            size = start;
            break;
        case QStyle::SC_ScrollBarAddPage:
            from = start + length;
            size = whole - from;
            break;
        default:
            return {};
    }
    const QRect result = isHorizontal ? QRect(rect.left() + from, rect.top(), size, rect.height())
                                      : QRect(rect.left(), rect.top() + from, rect.width(), size);
    return QStyle::visualRect(option.direction, rect, result);
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option)
{
    constexpr int kMargin = 3;
    const PaletteColors& colors = PaletteColors::of(option.palette);
    painter.fillRect(option.rect, colors.base);
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool isActive = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const QRectF slider(scrollBarPart(option, QStyle::SC_ScrollBarSlider)
                            .adjusted(kMargin, kMargin, -kMargin, -kMargin));
    const double radius = std::min(slider.width(), slider.height()) / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isActive ? colors.dim : colors.handle());
    painter.drawRoundedRect(slider, radius, radius);
    painter.restore();
}

}  // namespace quaywatch
