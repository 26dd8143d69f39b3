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

/// The points of each TrafficChart; all charts have the same times.
using ChartsPoints = std::array<QList<ChartPoint>, 4>;

/// Builds the points. Unwatched times are filled from the history where it has data: at most one
/// point per minute.
[[nodiscard]] ChartsPoints chartsPoints(const std::vector<TrafficPoint>& points,
                                        const ChartsPast& past, std::chrono::seconds step);

/// Returns the points as CSV in the form of core/export/exporter.h: one line per step from the
/// first known one, times in UTC, empty cells for unknown values.
///
/// @param subject  The port or program that the points belong to; untrusted bytes.
[[nodiscard]] std::string chartsCsv(const ChartsPoints& points, const std::string& subject);

}  // namespace quaywatch
