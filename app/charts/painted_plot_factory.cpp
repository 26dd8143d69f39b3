// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/painted_plot.h"

namespace quaywatch {

ChartPlot* makeChartPlot(QWidget* parent)
{
    return new PaintedPlot(parent);
}

}  // namespace quaywatch
