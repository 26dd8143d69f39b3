// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_scale.h"

#include <QColor>
#include <QList>
#include <QPointF>
#include <QWidget>

namespace quaywatch {

/// A line of a plot: runs of points, with a gap between one run and the next.
struct PlotLine {
    QColor color;
    bool isDashed = false;
    QList<QList<QPointF>> runs;

    friend bool operator==(const PlotLine&, const PlotLine&) = default;
};

/// A span of time without data.
struct PlotHole {
    double from = 0;
    double to = 0;

    friend bool operator==(const PlotHole&, const PlotHole&) = default;
};

/// The content of a plot. Times are milliseconds since the epoch; values begin at zero. All text is
/// written by this program, not untrusted.
struct Plot {
    double from = 0;
    double to = 0;
    QList<ChartTick> times;
    QList<ChartTick> values;  ///< The last one is the top.
    QList<PlotLine> lines;
    QList<PlotHole> holes;

    friend bool operator==(const Plot&, const Plot&) = default;
};

/// The drawing area of a TimeChart: lines over a grid. All drawing code is behind this interface.
class ChartPlot : public QWidget {
public:
    using QWidget::QWidget;

    virtual void show(const Plot& plot) = 0;
    using QWidget::show;

    /// The area of the lines, in the widget's coordinates.
    [[nodiscard]] virtual QRectF area() const = 0;
};

/// Makes the plot that this build uses, with or without Qt Charts.
[[nodiscard]] ChartPlot* makeChartPlot(QWidget* parent);

}  // namespace quaywatch
