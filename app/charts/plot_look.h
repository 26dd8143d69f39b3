// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/chart_plot.h"

#include <QBrush>
#include <QColor>
#include <QFontMetrics>
#include <QPalette>
#include <QPen>
#include <QRectF>

namespace quaywatch {

/// The look of every plot, with and without Qt Charts.
struct PlotLook {
    static constexpr int kLabelDistance = 6;

    QColor grid;
    QColor text;
    QBrush hole;

    [[nodiscard]] static PlotLook of(const QPalette& palette);
    [[nodiscard]] static QPen penOf(const PlotLine& line);
    /// Every plot has the same space for labels on the left and below, so that plots above one
    /// another share one time axis.
    [[nodiscard]] static QRectF areaOf(const QRectF& widget, const QFontMetrics& metrics);
};

}  // namespace quaywatch
