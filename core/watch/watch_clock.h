// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace quaywatch {

/// Time as the watch has lived it: only forwards, and a machine that slept or a clock that was set
/// makes no more of it than a long pause between two looks.
class WatchClock {
public:
    using Time = std::chrono::milliseconds;

    Time advanceTo(std::chrono::system_clock::time_point takenAt) noexcept
    {
        const auto passed = std::chrono::duration_cast<Time>(takenAt - m_last);
        if (m_last != std::chrono::system_clock::time_point{}) {
            m_now += std::clamp(passed, Time::zero(), kLongestStep);
        }
        m_last = takenAt;
        return m_now;
    }
    [[nodiscard]] Time now() const noexcept { return m_now; }

private:
    static constexpr Time kLongestStep = std::chrono::minutes(5);

    std::chrono::system_clock::time_point m_last;
    Time m_now{0};
};

}  // namespace quaywatch
