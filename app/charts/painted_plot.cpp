// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/painted_plot.h"

#include "app/charts/plot_look.h"

#include <QPainter>

#include <algorithm>

namespace quaywatch {

PaintedPlot::PaintedPlot(QWidget* parent)
    : ChartPlot(parent)
{
}

void PaintedPlot::show(const Plot& plot)
{
    m_plot = plot;
    update();
}

QRectF PaintedPlot::area() const
{
    return PlotLook::areaOf(rect(), fontMetrics());
}

QPointF PaintedPlot::placeOf(const QPointF& point, const QRectF& area) const
{
    const double top = m_plot.values.isEmpty() ? 1 : m_plot.values.back().at;
    return {area.left() + (point.x() - m_plot.from) / (m_plot.to - m_plot.from) * area.width(),
            area.bottom() - point.y() / top * area.height()};
}

void PaintedPlot::paintGrid(QPainter& painter, const QRectF& area) const
{
    const PlotLook look = PlotLook::of(palette());
    for (const PlotHole& hole : m_plot.holes) {
        painter.fillRect(QRectF(placeOf({hole.from, 0}, area), placeOf({hole.to, 0}, area))
                             .adjusted(0, -area.height(), 0, 0),
                         look.hole);
    }
    const int height = fontMetrics().height();
    painter.setFont(font());
    for (const ChartTick& tick : m_plot.values) {
        const double y = placeOf({0, tick.at}, area).y();
        painter.setPen(look.grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(look.text);
        painter.drawText(
            QRectF(0, y - height / 2.0, area.left() - PlotLook::kLabelDistance, height),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, tick.text);
    }
    for (const ChartTick& tick : m_plot.times) {
        const double x = placeOf({tick.at, 0}, area).x();
        painter.setPen(look.grid);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(look.text);
        const double width = fontMetrics().horizontalAdvance(tick.text);
        painter.drawText(
            QRectF(x - width, area.bottom() + PlotLook::kLabelDistance, 2 * width, height),
            Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine, tick.text);
    }
}

/// A dash pattern continues from segment to segment only within one polyline.
void PaintedPlot::paintDashed(QPainter& painter, const QList<QPointF>& run,
                              const QRectF& area) const
{
    QPolygonF places;
    places.reserve(run.size());
    for (const QPointF& point : run) {
        places.append(placeOf(point, area));
    }
    painter.drawPolyline(places);
}

void PaintedPlot::paintEvent(QPaintEvent* /*event*/)
{
    if (m_plot.to <= m_plot.from) {
        return;
    }
    QPainter painter(this);
    const QRectF area = this->area();
    paintGrid(painter, area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(area.adjusted(0, -2, 0, 2));
    for (const PlotLine& line : m_plot.lines) {
        painter.setPen(PlotLook::penOf(line));
        for (const QList<QPointF>& run : line.runs) {
            if (line.isDashed) {
                paintDashed(painter, run, area);
                continue;
            }
            // As one polyline, noisy lines wider than a pixel take fifty times as long to draw.
            QList<QLineF> pieces;
            pieces.reserve(run.size());
            for (qsizetype i = 1; i < run.size(); ++i) {
                pieces.append({placeOf(run[i - 1], area), placeOf(run[i], area)});
            }
            painter.drawLines(pieces);
        }
    }
}

}  // namespace quaywatch
