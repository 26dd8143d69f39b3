// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/header_painter.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/palette_colors.h"
#include "app/gui/style/control_painter.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace quaywatch {

void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    const QRect& rect = option.rect;
    painter.fillRect(rect, colors.window);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colors.line);
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const bool isRight =
        QStyle::visualAlignment(option.direction, option.textAlignment).testFlag(Qt::AlignRight);
    QRect title = rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
    if (isSorted) {
        title.adjust(isRight ? kSortArrowWidth : 0, 0, isRight ? 0 : -kSortArrowWidth, 0);
    }
    const QFontMetrics& metrics = option.fontMetrics;
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, title.width());
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    const QColor& color = isSorted || isHovered ? colors.text : colors.dim;
    painter.setPen(color);
    painter.drawText(title,
                     static_cast<int>((isRight ? Qt::AlignRight : Qt::AlignLeft) |
                                      Qt::AlignVCenter | Qt::TextSingleLine),
                     text);
    if (isSorted) {
        const int width = std::min(metrics.horizontalAdvance(text), title.width());
        const int left =
            isRight ? title.right() + 1 - width - kSortArrowWidth : title.left() + width;
        // As in other programs: the arrow points up when the smallest value is first.
        paintChevron(
            painter, QRect(left, title.top(), kSortArrowWidth, title.height()),
            option.sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
            color);
    }
}

}  // namespace quaywatch
