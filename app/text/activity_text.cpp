// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/activity_text.h"

#include "app/text/labels.h"
#include "app/text/number_text.h"
#include "app/text/time_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <QDateTime>
#include <QLocale>

namespace quaywatch {

namespace {

QString momentOf(std::chrono::system_clock::time_point time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(
        std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
    if (local.date() == QDate::currentDate()) {
        return hoursToSeconds(local.time());
    }
    return dateAndMinutes(local);
}

}  // namespace

QString ActivityText::sentence(const PortActivity& activity, Port port, Protocol protocol,
                               std::chrono::system_clock::time_point seenSince)
{
    if (!activity.isCounting() || !activity.since()) {
        return {};
    }
    const QString since = momentOf(*activity.since());
    const PortCounts* counts = activity.at(port, protocol);
    QString text;
    if (counts == nullptr) {
        text = protocol == Protocol::Udp
                   ? QString()
                   : tr("No finished connections since %1.")
                         .arg(momentOf(std::max(*activity.since(), seenSince)));
    } else if (protocol == Protocol::Udp) {
        text = (counts->closed == 1
                    ? tr("1 socket closed here since %1.")
                    : tr("%Ln sockets closed here since %1.", nullptr, pluralOf(counts->closed)))
                   .arg(since);
    } else {
        text = (counts->closed == 1
                    ? tr("1 connection ended since %1")
                    : tr("%Ln connections ended since %1", nullptr, pluralOf(counts->closed)))
                   .arg(since);
        if (counts->shortest) {
            text += tr("; shortest %1").arg(duration(*counts->shortest));
        }
        text += tr("; %1 in, %2 out.")
                    .arg(Labels::bytes(counts->bytesReceived), Labels::bytes(counts->bytesSent));
    }
    if (activity.gapCount() != 0 && !text.isEmpty()) {
        text += u' ' + tr("Some may be missing: the system dropped events.");
    }
    return text;
}

QString ActivityText::sentence(const PortTrend& trend)
{
    const auto sum = std::accumulate(trend.opened.begin(), trend.opened.end(), std::uint64_t{0});
    QString text = tr("Connections: %1 in the last minute, %2 in the last half hour")
                       .arg(numberText(trend.lastMinute()), numberText(sum));
    if (!trend.isKnown.all()) {
        text += tr(" (monitored for %1 min of it)").arg(trend.isKnown.count());
    }
    return text;
}

QString ActivityText::duration(std::chrono::nanoseconds time)
{
    using namespace std::chrono;
    // "Within" must stay true after rounding.
    if (time < 1ms) {
        return tr("1 ms");
    }
    if (time < 1s) {
        return tr("%1 ms").arg(ceil<milliseconds>(time).count());
    }
    if (time < 1min) {
        const double tenths =
            std::ceil(duration_cast<std::chrono::duration<double>>(time).count() * 10);
        return tr("%1 s").arg(QLocale().toString(tenths / 10, 'f', 1));
    }
    return tr("%1 min").arg(ceil<minutes>(time).count());
}

}  // namespace quaywatch
