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

/// How every plot looks, whatever draws it.
struct PlotLook {
    static constexpr int kLabelDistance = 6;

    QColor grid;
    QColor text;
    QBrush hole;

    [[nodiscard]] static PlotLook of(const QPalette& palette);
    [[nodiscard]] static QPen penOf(const PlotLine& line);
    /// Room for the labels on the left and below is the same in every plot, so that those above
    /// one another have one time axis.
    [[nodiscard]] static QRectF areaOf(const QRectF& widget, const QFontMetrics& metrics);
};

}  // namespace quaywatch
