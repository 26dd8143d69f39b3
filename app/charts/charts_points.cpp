// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/charts_points.h"

#include "core/text/csv_line.h"
#include "core/text/iso_time.h"

#include <algorithm>
#include <chrono>

namespace quaywatch {

namespace {

std::array<double, ChartPoint::kMaxLines> valuesOf(const TrafficPoint& point, TrafficChart chart)
{
    switch (chart) {
        case TrafficChart::Listeners:
            return {static_cast<double>(point.listeners), 0};
        case TrafficChart::Connections:
            return {static_cast<double>(point.connections), 0};
        case TrafficChart::Opened:
            return {point.openedPerMinute, 0};
        case TrafficChart::Bytes:
            return {point.receivedPerSecond, point.sentPerSecond};
    }
    return {};
}

std::optional<std::array<double, ChartPoint::kMaxLines>> pastValues(const ChartsPast::Step& step,
                                                                    TrafficChart chart)
{
    const auto one = [](const std::optional<double>& value) {
        return value ? std::optional(std::array<double, ChartPoint::kMaxLines>{*value, 0})
                     : std::nullopt;
    };
    switch (chart) {
        case TrafficChart::Listeners:
            return one(step.listeners);
        case TrafficChart::Connections:
            return one(step.connections);
        case TrafficChart::Opened:
            return one(step.openedPerMinute);
        case TrafficChart::Bytes:
            if (step.receivedPerSecond && step.sentPerSecond) {
                return std::array{*step.receivedPerSecond, *step.sentPerSecond};
            }
            break;
    }
    return std::nullopt;
}

/// The history has one value per minute, at the end of the minute.
bool isWithinMinute(std::chrono::system_clock::time_point at)
{
    return at.time_since_epoch() % std::chrono::minutes(1) != std::chrono::seconds(0);
}

std::size_t linesOf(TrafficChart chart)
{
    return chart == TrafficChart::Bytes ? 2 : 1;
}

std::string_view sourceOf(const ChartsPoints& points, qsizetype step)
{
    std::string_view source;
    for (const QList<ChartPoint>& each : points) {
        if (each[step].isKnown) {
            source = each[step].isFromHistory ? "history" : "watched";
        }
    }
    return source;
}

}  // namespace

ChartsPoints chartsPoints(const std::vector<TrafficPoint>& points, const ChartsPast& past,
                          std::chrono::seconds step)
{
    ChartsPoints charts;
    for (const TrafficPoint& point : points) {
        const auto at =
            std::chrono::duration_cast<std::chrono::milliseconds>(point.at.time_since_epoch());
        const ChartsPast::Step before =
            point.isKnown ? ChartsPast::Step() : past.step(point.at, step);
        if (isWithinMinute(point.at) && before.isKnown()) {
            continue;
        }
        for (std::size_t i = 0; i < charts.size(); ++i) {
            const auto chart = static_cast<TrafficChart>(i);
            if (const auto values = pastValues(before, chart)) {
                charts.at(i).append({at.count(), true, *values, true});
            } else {
                charts.at(i).append({at.count(), point.isKnown, valuesOf(point, chart), false});
            }
        }
    }
    return charts;
}

std::string chartsCsv(const ChartsPoints& points, const std::string& subject)
{
    std::string csv =
        "time,subject,source,listeners,connections,opened_per_minute,received_per_second,"
        "sent_per_second\r\n";
    bool hasBegun = false;
    for (qsizetype step = 0; step < points.front().size(); ++step) {
        const std::string_view source = sourceOf(points, step);
        hasBegun = hasBegun || !source.empty();
        if (!hasBegun) {
            continue;
        }
        CsvLine line(csv);
        const std::chrono::milliseconds at(points.front()[step].at);
        line.token(isoTime(std::chrono::system_clock::time_point(at))).text(subject).token(source);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const ChartPoint& point = points.at(i)[step];
            for (std::size_t value = 0; value < linesOf(static_cast<TrafficChart>(i)); ++value) {
                line.token(point.isKnown
                               ? QByteArray::number(point.values.at(value), 'g', 12).toStdString()
                               : std::string());
            }
        }
        line.end();
    }
    return csv;
}

}  // namespace quaywatch
