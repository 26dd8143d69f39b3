// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_widget.h"
#include "app/gui/widgets/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QMargins kPadding{14, 6, 16, 10};
constexpr int kScaleGap = 7;

}  // namespace

void PortMapWidget::layOut()
{
    QFont figures = monospaceFont(font());
    const QFontMetrics metrics(figures);
    const QSize scales(metrics.horizontalAdvance(u"00000"_s) + kScaleGap, metrics.height() + 4);
    const QSize room = size() - QSize(kPadding.right(), kPadding.bottom());
    m_grid = PortMapGrid(m_view, room, scales + QSize(kPadding.left(), kPadding.top()));
    figures.setWeight(QFont::DemiBold);
    const QSize face = m_grid.isEmpty() ? QSize(1, 1) : m_grid.face(0).size();
    const auto digits = m_view.isAll() ? 2 : QString::number(m_view.range().last).size();
    m_painter = PortMapPainter(PortMapColors::of(palette()), figures, face,
                               static_cast<int>(digits), devicePixelRatioF());
}

void PortMapWidget::renderBackground()
{
    layOut();
    m_background = QPixmap(size() * devicePixelRatioF());
    m_background.setDevicePixelRatio(devicePixelRatioF());
    m_background.fill(m_painter.colors().ground);
    if (m_grid.isEmpty()) {
        return;
    }
    QPainter painter(&m_background);
    painter.setRenderHint(QPainter::Antialiasing);
    paintScales(painter);
    for (int cell = 0; cell < m_view.cellCount(); ++cell) {
        paintRest(painter, cell);
    }
}

void PortMapWidget::paintScales(QPainter& painter) const
{
    const QFont figures = monospaceFont(font());
    const QFontMetrics metrics(figures);
    painter.setFont(figures);
    painter.setPen(m_painter.colors().dim);
    int step = 1;
    while (step < PortMapView::kBlock && step * m_grid.cellSize().height() < metrics.height() - 1) {
        step *= 2;
    }
    for (int row = 0; row < m_view.rows(); row += step) {
        const int cell = row * PortMapView::kColumns;
        const QRect slot = m_grid.slot(cell);
        // As high as the text, even if the row is lower.
        const QRect line(0, slot.center().y() - metrics.height() / 2, slot.left() - kScaleGap,
                         metrics.height());
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(m_view.rangeOf(cell).first));
    }
    for (int column = 0; column < PortMapView::kColumns; column += PortMapView::kBlock) {
        const QRect slot = m_grid.slot(column);
        const QRect head(slot.left() + 1, slot.top() - metrics.height() - 3, 80, metrics.height());
        painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                         u'+' + QString::number(column * m_view.portsPerCell()));
    }
}

void PortMapWidget::paintRest(QPainter& painter, int cell)
{
    const QRect face = m_grid.face(cell);
    const PortRange range = m_view.rangeOf(cell);
    const bool isOut = isFilteredOut(range);  // Then a number could not be read.
    if (m_view.isAll()) {
        const PortMapBlock block = m_cells.block(range);
        const bool hasFigure = block.listening > 1 && !isOut;
        m_painter.paintBlock(painter, face, block,
                             hasFigure ? QString::number(block.listening) : QString());
    } else {
        const PortMapCell state = m_cells.cell(range.first);
        const bool hasFigure = state.isListening() && !isOut;
        m_painter.paintCell(painter, face, state,
                            hasFigure ? QString::number(range.first) : QString());
    }
    if (isOut) {
        m_painter.paintDimness(painter, m_grid.slot(cell));
    }
}

QPixmap PortMapWidget::picture()
{
    if (m_background.isNull() || m_background.devicePixelRatioF() != devicePixelRatioF()) {
        renderBackground();
    }
    QPixmap picture = m_background;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_grid.isEmpty()) {
        m_highlights.paintAlarms(painter, rect());
    }
    return picture;
}

}  // namespace quaywatch
