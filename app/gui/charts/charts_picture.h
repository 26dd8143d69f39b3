// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>

#include <span>

class QWidget;

namespace quaywatch {

class TimeChart;

/// What is in an exported picture of charts.
struct ChartsPictureParts {
    QWidget& grid;  ///< Holds the charts.
    std::span<TimeChart* const> charts;
    QString title;  ///< Above the charts.
    QString note;   ///< Below them: what the lines show. May be empty.
};

/// Draws the charts as on the screen, but without focus and pointer. For the GUI thread.
[[nodiscard]] QImage chartsPicture(const ChartsPictureParts& parts);

}  // namespace quaywatch
