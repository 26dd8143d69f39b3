// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_plot.h"

namespace quaywatch {

/// Draws a plot with QPainter alone, for builds without Qt Charts.
class PaintedPlot final : public ChartPlot {
public:
    explicit PaintedPlot(QWidget* parent = nullptr);

    void show(const Plot& plot) override;
    using ChartPlot::show;
    [[nodiscard]] QRectF area() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintGrid(QPainter& painter, const QRectF& area) const;
    void paintDashed(QPainter& painter, const QList<QPointF>& run, const QRectF& area) const;
    [[nodiscard]] QPointF placeOf(const QPointF& point, const QRectF& area) const;

    Plot m_plot;
};

}  // namespace quaywatch
