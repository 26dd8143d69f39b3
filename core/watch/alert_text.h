// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Messages for alerts. Untrusted text in them is raw.

#pragma once

#include "core/watch/alert.h"

#include <vector>

namespace quaywatch {

/// "nginx", "node server.js", "hidden process (alice)", "hidden process (user 1000)"; "hidden
/// process" if nothing is known.
[[nodiscard]] Message describeOwner(const SocketRecord& socket);

/// "tcp 127.0.0.1:931 nc", "tcp to 203.0.113.5:931 nc"
[[nodiscard]] Message describeSocket(const SocketRecord& socket);

/// "all addresses", "loopback"
[[nodiscard]] Message describeExposure(Exposure exposure);

/// Combines several alerts into one of rule AlertBurst: the highest severity, how many alerts each
/// rule has, the ports of the most severe ones, and how many are not named: "3 unexpected
/// listeners: 917/udp, 931/tcp, 1003/tcp". There must be at least one alert.
/// @param total  The number of alerts, if `alerts` contains only the first of them.
[[nodiscard]] Alert sumUp(const std::vector<Alert>& alerts, std::size_t total = 0);

}  // namespace quaywatch
