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

/// The latest event on a port; the more important events come later in the list.
enum class PortEvent : std::uint8_t {
    Traffic,  ///< A connection opened or closed.
    Changed,  ///< Its listeners changed.
    Closed,   ///< Its last listener closed.
    Opened,   ///< A listener opened.
    Alarm,    ///< Something unexpected began.
};

/// Highlights of events on ports, which start bright and fade. At most one per port. Has no clock:
/// the time is passed in.
class PortHighlights {
public:
    using TimePoint = FlashClock::TimePoint;

    struct Highlight {
        PortEvent event = PortEvent::Traffic;
        TimePoint since;
    };

    /// How long an event is highlighted.
    [[nodiscard]] static std::chrono::milliseconds timeOf(PortEvent event) noexcept;
    /// 1 at the event, falling to 0 at its end, slowly at first.
    [[nodiscard]] static double strengthOf(const Highlight& glow, TimePoint now) noexcept;

    /// Starts a highlight. Traffic and changes do not replace a more important one that is still
    /// visible.
    void start(Port port, PortEvent event, TimePoint now);
    void clear() { m_highlights.clear(); }

    /// The highlight of a port; null if it has none.
    [[nodiscard]] const Highlight* find(Port port) const;
    /// The highlighted ports of a range, in ascending order.
    using ConstIterator = std::map<Port, Highlight>::const_iterator;
    [[nodiscard]] std::pair<ConstIterator, ConstIterator> in(PortRange range) const;

    /// Removes the expired highlights.
    /// @return Their ports, in ascending order.
    std::vector<Port> takeExpired(TimePoint now);
    /// When the next highlight ends; empty if there is none.
    [[nodiscard]] std::optional<TimePoint> nextEnd() const;

private:
    std::map<Port, Highlight> m_highlights;
};

}  // namespace quaywatch
