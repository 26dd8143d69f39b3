// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/traffic/port_activity.h"
#include "core/traffic/traffic_series.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>

namespace quaywatch {

/// Connection activity of a port, in words.
class ActivityText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::ActivityText)

public:
    /// "37 connections came and closed since 09:00:12, the shortest within 20 ms; 1.20 MB in, 3.00
    /// kB out." Also says when there were none, and when some may be missing. Empty where
    /// connections are not counted, and for UDP if no close event was seen.
    /// @param seenSince  When the listener was first seen: there were none since then.
    [[nodiscard]] static QString sentence(const PortActivity& activity, Port port,
                                          Protocol protocol,
                                          std::chrono::system_clock::time_point seenSince = {});

    /// "Connections: 2 in the last minute, 37 in the last half hour". If only a part of that time
    /// was watched, says how much.
    [[nodiscard]] static QString sentence(const PortTrend& trend);

    /// "20 ms", "1.5 s", "12 min", rounded up.
    [[nodiscard]] static QString duration(std::chrono::nanoseconds time);
};

}  // namespace quaywatch
