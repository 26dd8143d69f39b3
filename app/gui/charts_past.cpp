// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts_past.h"

#include <algorithm>
#include <utility>

namespace quaywatch {

ChartsPast::ChartsPast(std::vector<PastMinute> minutes)
    : m_minutes(std::move(minutes))
{
}

ChartsPast::Step ChartsPast::step(HistoryTime end, std::chrono::seconds length) const
{
    const auto first = std::chrono::floor<std::chrono::minutes>(end - length).time_since_epoch();
    const auto last = std::chrono::ceil<std::chrono::minutes>(end).time_since_epoch();
    Step step;
    double opened = 0;
    int counted = 0;
    for (auto minute = std::partition_point(
             m_minutes.begin(), m_minutes.end(),
             [&](const PastMinute& each) { return each.minute < first.count(); });
         minute != m_minutes.end() && minute->minute < last.count(); ++minute) {
        if (minute->listeners) {
            step.listeners =
                std::max(step.listeners.value_or(0), static_cast<double>(*minute->listeners));
        }
        if (minute->opened) {
            opened += static_cast<double>(*minute->opened);
            ++counted;
        }
    }
    if (counted > 0) {
        step.openedPerMinute = opened / counted;
    }
    return step;
}

}  // namespace quaywatch
