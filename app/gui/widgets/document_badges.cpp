// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/document_badges.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/palette_colors.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetrics>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace quaywatch {
namespace {

Tone toneIn(const QTextCharFormat& format)
{
    return static_cast<Tone>(format.intProperty(kBadgeToneProperty));
}

/// The area of a text in a document; of its first line, if it is broken.
QRectF areaOf(const QTextDocument& document, const QTextBlock& block, const QTextFragment& text)
{
    const QTextLayout& layout = *block.layout();
    const int first = text.position() - block.position();
    const QTextLine line = layout.lineForTextPosition(first);
    if (!line.isValid()) {
        return {};
    }
    const int last = std::min(first + text.length(), line.textStart() + line.textLength());
    const double left = line.cursorToX(first);
    const double right = line.cursorToX(last);
    const QRectF inBlock(std::min(left, right), line.y(), std::abs(right - left), line.height());
    return inBlock.translated(document.documentLayout()->blockBoundingRect(block).topLeft());
}

void paintBadge(QPainter& painter, const QRectF& area, const QTextCharFormat& format,
                const PaletteColors& colors)
{
    const QColor& hue = colors.tone(toneIn(format));
    const double margin = badgeMargin(format.font());
    const QRectF around = area.adjusted(-margin, -1, margin, 1);
    painter.setPen(Qt::NoPen);
    switch (static_cast<BadgeShape>(format.intProperty(kBadgeShapeProperty))) {
        case BadgeShape::Pill:
            painter.setBrush(colors.badgeGround(hue));
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2);
            break;
        case BadgeShape::Row:
            painter.fillRect(around, colors.badgeGround(hue));
            break;
        case BadgeShape::Bar:
            painter.fillRect(QRectF(around.topLeft(), QSizeF(kAlertBarWidth, around.height())),
                             hue);
            break;
    }
}

}  // namespace

QTextCharFormat badgeFormat(Tone tone, BadgeShape shape, const QFont& beside,
                            const QPalette& palette)
{
    QTextCharFormat format;
    format.setFont(badgeFontFor(beside));
    format.setProperty(kBadgeToneProperty, static_cast<int>(tone));
    format.setProperty(kBadgeShapeProperty, static_cast<int>(shape));
    const PaletteColors& colors = PaletteColors::of(palette);
    format.setForeground(shape == BadgeShape::Bar ? colors.text : colors.tone(tone));
    return format;
}

int badgeMargin(const QFont& beside)
{
    return QFontMetrics(beside).height() / 2;
}

void paintBadges(QPainter& painter, const QTextDocument& document, const QPointF& origin,
                 const QPalette& palette)
{
    const PaletteColors& colors = PaletteColors::of(palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextCharFormat format = each.fragment().charFormat();
            if (format.hasProperty(kBadgeToneProperty)) {
                paintBadge(painter, areaOf(document, block, each.fragment()).translated(origin),
                           format, colors);
            }
        }
    }
    painter.restore();
}

}  // namespace quaywatch
