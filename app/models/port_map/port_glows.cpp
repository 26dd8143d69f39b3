// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/port_map/port_glows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace quaywatch {

using namespace std::chrono_literals;

std::chrono::milliseconds PortGlows::timeOf(PortEvent event) noexcept
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

double PortGlows::strengthOf(const Glow& glow, TimePoint now) noexcept
{
    using Seconds = std::chrono::duration<double>;
    const double share = Seconds(now - glow.since) / Seconds(timeOf(glow.event));
    const double left = std::clamp(1.0 - share, 0.0, 1.0);
    return left * left * (3.0 - 2.0 * left);
}

void PortGlows::start(Port port, PortEvent event, TimePoint now)
{
    const auto [place, isNew] = m_glows.try_emplace(port, Glow{event, now});
    const bool isOver = now >= place->second.since + timeOf(place->second.event);
    if (!isNew && (isOver || event >= PortEvent::Closed || event >= place->second.event)) {
        place->second = {event, now};
    }
}

const PortGlows::Glow* PortGlows::find(Port port) const
{
    const auto found = m_glows.find(port);
    return found == m_glows.end() ? nullptr : &found->second;
}

std::pair<PortGlows::ConstIterator, PortGlows::ConstIterator> PortGlows::in(PortRange range) const
{
    return {m_glows.lower_bound(range.first), m_glows.upper_bound(range.last)};
}

std::vector<Port> PortGlows::takeExpired(TimePoint now)
{
    std::vector<Port> expired;
    for (auto each = m_glows.begin(); each != m_glows.end();) {
        if (now >= each->second.since + timeOf(each->second.event)) {
            expired.push_back(each->first);
            each = m_glows.erase(each);
        } else {
            ++each;
        }
    }
    return expired;
}

std::optional<PortGlows::TimePoint> PortGlows::nextEnd() const
{
    std::optional<TimePoint> next;
    for (const auto& [port, glow] : m_glows) {
        const TimePoint end = glow.since + timeOf(glow.event);
        next = std::min(next.value_or(end), end);
    }
    return next;
}

}  // namespace quaywatch
