// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/port_map/port_highlights.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quaywatch {

using namespace std::chrono_literals;

std::chrono::milliseconds PortHighlights::timeOf(PortEvent event) noexcept
{
    switch (event) {
        case PortEvent::Traffic:
            return 2s;
        case PortEvent::Changed:
        case PortEvent::Closed:
        case PortEvent::Opened:
            return 6s;
        case PortEvent::Alarm:
            return 10s;
    }
    return {};
}

double PortHighlights::strengthOf(const Highlight& glow, TimePoint now) noexcept
{
    using Seconds = std::chrono::duration<double>;
    const double share = Seconds(now - glow.since) / Seconds(timeOf(glow.event));
    const double left = std::clamp(1.0 - share, 0.0, 1.0);
    return left * left * (3.0 - 2.0 * left);
}

void PortHighlights::start(Port port, PortEvent event, TimePoint now)
{
    const auto [place, isNew] = m_highlights.try_emplace(port, Highlight{event, now});
    const bool isOver = now >= place->second.since + timeOf(place->second.event);
    if (!isNew && (isOver || event >= PortEvent::Closed || event >= place->second.event)) {
        place->second = {event, now};
    }
}

const PortHighlights::Highlight* PortHighlights::find(Port port) const
{
    const auto found = m_highlights.find(port);
    return found == m_highlights.end() ? nullptr : &found->second;
}

std::pair<PortHighlights::ConstIterator, PortHighlights::ConstIterator> PortHighlights::in(
    PortRange range) const
{
    return {m_highlights.lower_bound(range.first), m_highlights.upper_bound(range.last)};
}

std::vector<Port> PortHighlights::takeExpired(TimePoint now)
{
    std::vector<Port> expired;
    for (auto each = m_highlights.begin(); each != m_highlights.end();) {
        if (now >= each->second.since + timeOf(each->second.event)) {
            expired.push_back(each->first);
            each = m_highlights.erase(each);
        } else {
            ++each;
        }
    }
    return expired;
}

std::optional<PortHighlights::TimePoint> PortHighlights::nextEnd() const
{
    std::optional<TimePoint> next;
    for (const auto& [port, glow] : m_highlights) {
        const TimePoint end = glow.since + timeOf(glow.event);
        next = std::min(next.value_or(end), end);
    }
    return next;
}

}  // namespace quaywatch
