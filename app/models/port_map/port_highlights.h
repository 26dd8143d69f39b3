// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/flash_clock.h"
#include "core/net/endpoint.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace quaywatch {

/// What has just happened on a port, the more telling the later in the list.
enum class PortEvent : std::uint8_t {
    Traffic,  ///< A connection came or went.
    Changed,  ///< Its listeners are others than before.
    Closed,   ///< Nothing listens any more.
    Opened,   ///< It began to listen.
    Alarm,    ///< Something unexpected began.
};

/// The afterglow of events on ports: it starts bright and fades. At most one a port. Knows no
/// clock: the time is passed in.
class PortHighlights {
public:
    using TimePoint = FlashClock::TimePoint;

    struct Highlight {
        PortEvent event = PortEvent::Traffic;
        TimePoint since;
    };

    /// How long an event is seen.
    [[nodiscard]] static std::chrono::milliseconds timeOf(PortEvent event) noexcept;
    /// 1 at the event, falling to 0 at its end, at first slowly.
    [[nodiscard]] static double strengthOf(const Highlight& glow, TimePoint now) noexcept;

    /// Starts a glow. Traffic and changes do not cover what tells more and still glows.
    void start(Port port, PortEvent event, TimePoint now);
    void clear() { m_highlights.clear(); }

    /// The glow of a port; null if it has none.
    [[nodiscard]] const Highlight* find(Port port) const;
    /// The ports of a range that glow, in ascending order.
    using ConstIterator = std::map<Port, Highlight>::const_iterator;
    [[nodiscard]] std::pair<ConstIterator, ConstIterator> in(PortRange range) const;

    /// Drops the glows that are over.
    /// @return Their ports, in ascending order.
    std::vector<Port> takeExpired(TimePoint now);
    /// When the next one is over; empty if none glows.
    [[nodiscard]] std::optional<TimePoint> nextEnd() const;

private:
    std::map<Port, Highlight> m_highlights;
};

}  // namespace quaywatch
