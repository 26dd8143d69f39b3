// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/history/history_past.h"

#include <chrono>
#include <optional>
#include <vector>

namespace quaywatch {

/// The history's data for the time before the charts have live data.
class ChartsPast {
public:
    ChartsPast() = default;
    /// @param minutes  In ascending order.
    explicit ChartsPast(std::vector<PastMinute> minutes);

    /// Values of the minutes that a step of time touches, with the meanings of TrafficPoint.
    /// Unknown values are empty.
    struct Step {
        std::optional<double> listeners;
        std::optional<double> connections;
        std::optional<double> openedPerMinute;
        std::optional<double> receivedPerSecond;
        std::optional<double> sentPerSecond;

        [[nodiscard]] bool isKnown() const noexcept
        {
            return listeners || connections || openedPerMinute || receivedPerSecond ||
                   sentPerSecond;
        }
    };
    [[nodiscard]] Step step(HistoryTime end, std::chrono::seconds length) const;

private:
    std::vector<PastMinute> m_minutes;
};

}  // namespace quaywatch
