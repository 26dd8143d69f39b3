// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace quaywatch {

/// The time that the watch has run. It only moves forward; if the machine slept or the system clock
/// was set, it advances by no more than a long pause between two polls (kLongestStep).
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
