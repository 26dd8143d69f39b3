// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_scale.h"

#include <QColor>
#include <QList>
#include <QPointF>
#include <QWidget>

namespace quaywatch {

/// A line of a plot: runs of points, with a hole between one run and the next.
struct PlotLine {
    QColor color;
    bool isDashed = false;
    QList<QList<QPointF>> runs;

    friend bool operator==(const PlotLine&, const PlotLine&) = default;
};

/// A span of time that nobody watched.
struct PlotHole {
    double from = 0;
    double to = 0;

    friend bool operator==(const PlotHole&, const PlotHole&) = default;
};

/// What a plot shows. Times are milliseconds since the epoch; values begin at zero. All text is
/// ours.
struct Plot {
    double from = 0;
    double to = 0;
    QList<ChartTick> times;
    QList<ChartTick> values;  ///< The last one is the top.
    QList<PlotLine> lines;
    QList<PlotHole> holes;

    friend bool operator==(const Plot&, const Plot&) = default;
};

/// The picture of a TimeChart: lines over a grid. All that draws charts is behind this.
class ChartPlot : public QWidget {
public:
    using QWidget::QWidget;

    virtual void show(const Plot& plot) = 0;
    using QWidget::show;

    /// Where the lines are, in the widget's coordinates.
    [[nodiscard]] virtual QRectF area() const = 0;
};

/// By what this build draws charts with; the build decides.
[[nodiscard]] ChartPlot* makeChartPlot(QWidget* parent);

}  // namespace quaywatch
