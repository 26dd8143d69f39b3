// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/chart_scale.h"

#include "app/text/time_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace quaywatch {

namespace {

constexpr int kSteps = 4;
/// A smaller range would show noise as large peaks.
constexpr double kLeastCount = 4;
constexpr double kLeastRate = 1000;

constexpr qint64 kMinute = 60'000;                                   // milliseconds
constexpr std::array kTimeSteps{1, 2, 5, 10, 15, 30, 60, 120, 240};  // minutes
constexpr qint64 kMaxTimes = 7;

/// The first of 1, 2, 5, 10, 20... that is not below `least`.
double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (least <= power * factor * (1 + 1e-9)) {
            return power * factor;
        }
    }
    return power * 10;
}

/// Formats with at most two decimals, without trailing zeros.
QString shortNumber(double value)
{
    const int decimals = value < 9.995 ? 2 : (value < 99.95 ? 1 : 0);
    QLocale locale;
    QString text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(locale.decimalPoint().size());
        }
    }
    return text;
}

}  // namespace

QList<ChartTick> ChartScale::valueTicks(double most, ChartUnit unit)
{
    const bool isRate = unit == ChartUnit::BytesPerSecond;
    const double top = std::max(most, isRate ? kLeastRate : kLeastCount);
    const double step = roundStep(top / kSteps);
    const auto count = static_cast<int>(std::ceil(top / step - 1e-9));
    QList<ChartTick> ticks;
    for (int i = 0; i <= count; ++i) {
        ticks.append({i * step, tickText(i * step, unit)});
    }
    return ticks;
}

QList<ChartTick> ChartScale::timeTicks(qint64 from, qint64 to)
{
    const auto* const fits = std::find_if(kTimeSteps.begin(), kTimeSteps.end(), [&](int minutes) {
        return (to - from) / kMaxTimes <= minutes * kMinute;
    });
    const int minutes = fits != kTimeSteps.end() ? *fits : kTimeSteps.back();
    // Every zone's offset is a multiple of a quarter of an hour.
    const qint64 stride = minutes % 15 == 0 ? 15 * kMinute : kMinute;
    QList<ChartTick> ticks;
    for (qint64 time = (from + stride - 1) / stride * stride; time <= to; time += stride) {
        const QTime local = QDateTime::fromMSecsSinceEpoch(time).time();
        if ((local.hour() * 60 + local.minute()) % minutes == 0) {
            ticks.append({static_cast<double>(time), hoursAndMinutes(local)});
        }
    }
    return ticks;
}

QString ChartScale::valueText(double value, ChartUnit unit)
{
    switch (unit) {
        case ChartUnit::Count:
            return QLocale().toString(value, 'f', 0);
        case ChartUnit::PerMinute:
            //: A rate: so many in each minute.
            return tr("%1 per minute").arg(shortNumber(value));
        case ChartUnit::BytesPerSecond:
            return rateText(value);
    }
    return {};
}

QString ChartScale::timeText(qint64 time)
{
    return hoursToSeconds(QDateTime::fromMSecsSinceEpoch(time).time());
}

QString ChartScale::tickText(double value, ChartUnit unit)
{
    if (unit != ChartUnit::BytesPerSecond) {
        return QLocale().toString(value, 'f', 0);
    }
    return value == 0 ? shortNumber(0) : rateText(value);
}

QString ChartScale::rateText(double bytesPerSecond)
{
    constexpr std::array<const char*, 7> kUnits{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    double amount = bytesPerSecond;
    std::size_t unit = 0;
    // 999.5 would round to a fourth digit.
    while (amount >= 999.5 && unit + 1 < kUnits.size()) {
        amount /= 1000;
        ++unit;
    }
    const QString number = unit == 0 ? QLocale().toString(amount, 'f', 0) : shortNumber(amount);
    //: A number and its unit, each second: "12 kB/s".
    return tr("%1 %2/s").arg(number, QString::fromLatin1(kUnits.at(unit)));
}

}  // namespace quaywatch
