// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts/charts_picture.h"

#include "app/charts/time_chart.h"

#include <QFontMetrics>
#include <QLayout>
#include <QPainter>
#include <QWidget>

namespace quaywatch {

QImage chartsPicture(const ChartsPictureParts& parts)
{
    constexpr int kMargin = 12;
    constexpr int kMaxNoteHeight = 1000;
    const QWidget& grid = parts.grid;
    const QPalette palette = grid.palette();
    const qreal pixelRatio = grid.devicePixelRatioF();
    QFont bold = grid.font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics titles(bold);
    const int width = grid.width() - 2 * kMargin;
    const int head = titles.height() + kMargin + kMargin / 2;
    const QRect room(0, 0, width, kMaxNoteHeight);
    const int foot =
        parts.note.isEmpty()
            ? 0
            : grid.fontMetrics().boundingRect(room, Qt::TextWordWrap, parts.note).height() +
                  kMargin;
    QImage image((grid.size() + QSize(0, head + foot)) * pixelRatio, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    painter.setFont(bold);
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(QRect(kMargin, 0, width, head),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     titles.elidedText(parts.title, Qt::ElideRight, width));
    for (TimeChart* chart : parts.charts) {
        chart->setForPicture(true);
        chart->layout()->activate();  // Its texts have another width.
    }
    parts.grid.render(&painter, {0, head}, {}, QWidget::DrawChildren);
    for (TimeChart* chart : parts.charts) {
        chart->setForPicture(false);
    }
    painter.setFont(grid.font());
    painter.setPen(palette.color(QPalette::PlaceholderText));
    painter.drawText(QRect(kMargin, head + grid.height(), width, foot), Qt::TextWordWrap,
                     parts.note);
    return image;
}

}  // namespace quaywatch
