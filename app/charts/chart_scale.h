// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Positions of a chart's grid lines, and their labels.

#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace quaywatch {

// No underlying type: lupdate 6.8 loses the namespace after an enum that has one.
enum class ChartUnit { Count, PerMinute, BytesPerSecond };

struct ChartTick {
    double at = 0;
    QString text;

    friend bool operator==(const ChartTick&, const ChartTick&) = default;
};

class ChartScale {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::ChartScale)

public:
    /// Returns the round values from zero to the first one that is not below `most`, at most six.
    /// Counts have only whole values.
    [[nodiscard]] static QList<ChartTick> valueTicks(double most, ChartUnit unit);
    /// Returns the round local times of a span, given in milliseconds since the epoch.
    [[nodiscard]] static QList<ChartTick> timeTicks(qint64 from, qint64 to);

    /// "12", "4.5 per minute", "1.2 MB/s".
    [[nodiscard]] static QString valueText(double value, ChartUnit unit);
    /// "14:05:30", in local time.
    [[nodiscard]] static QString timeText(qint64 time);

private:
    [[nodiscard]] static QString tickText(double value, ChartUnit unit);
    [[nodiscard]] static QString rateText(double bytesPerSecond);
};

}  // namespace quaywatch
