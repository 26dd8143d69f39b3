// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/charts/charts_past.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

namespace {

/// A count per watched time: only minutes with a known count add their seconds.
class Rate {
public:
    void add(const std::optional<double>& count, double seconds)
    {
        if (count) {
            m_count += *count;
            m_seconds += seconds;
        }
    }
    [[nodiscard]] std::optional<double> per(double seconds) const
    {
        return m_seconds > 0 ? std::optional(m_count / m_seconds * seconds) : std::nullopt;
    }

private:
    double m_count = 0;
    double m_seconds = 0;
};

void raise(std::optional<double>& most, const std::optional<std::uint32_t>& count)
{
    if (count) {
        most = std::max(most.value_or(0), static_cast<double>(*count));
    }
}

}  // namespace

ChartsPast::ChartsPast(std::vector<PastMinute> minutes)
    : m_minutes(std::move(minutes))
{
}

ChartsPast::Step ChartsPast::step(HistoryTime end, std::chrono::seconds length) const
{
    const auto first = std::chrono::floor<std::chrono::minutes>(end - length).time_since_epoch();
    const auto last = std::chrono::ceil<std::chrono::minutes>(end).time_since_epoch();
    Step step;
    Rate opened;
    Rate received;
    Rate sent;
    for (auto minute = std::partition_point(
             m_minutes.begin(), m_minutes.end(),
             [&](const PastMinute& each) { return each.minute < first.count(); });
         minute != m_minutes.end() && minute->minute < last.count(); ++minute) {
        raise(step.listeners, minute->listeners);
        raise(step.connections, minute->connections);
        opened.add(minute->opened, minute->seconds);
        received.add(minute->bytesReceived, minute->seconds);
        sent.add(minute->bytesSent, minute->seconds);
    }
    step.openedPerMinute = opened.per(60);
    step.receivedPerSecond = received.per(1);
    step.sentPerSecond = sent.per(1);
    return step;
}

}  // namespace quaywatch
