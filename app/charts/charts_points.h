// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/charts/charts_past.h"
#include "app/charts/time_chart.h"
#include "core/traffic/traffic_series.h"

#include <array>
#include <string>
#include <vector>

namespace quaywatch {

enum class TrafficChart : std::uint8_t { Listeners, Connections, Opened, Bytes };

/// The points of each TrafficChart; all have the same times.
using ChartsPoints = std::array<QList<ChartPoint>, 4>;

/// What was not watched is taken from the history, where that knows it: a point a minute at most.
[[nodiscard]] ChartsPoints chartsPoints(const std::vector<TrafficPoint>& points,
                                        const ChartsPast& past, std::chrono::seconds step);

/// The points as CSV in the form of core/export/exporter.h: a line a step from the first that is
/// known, times in UTC, empty cells where nothing is known.
///
/// @param subject  Whose; a stranger's bytes.
[[nodiscard]] std::string chartsCsv(const ChartsPoints& points, const std::string& subject);

}  // namespace quaywatch
