// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter.h"
#include "core/snapshot.h"
#include "core/socket_events.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::cli {

/// Something unexpected, told once for all sockets of one identity.
struct Alert {
    Severity severity = Severity::High;
    std::string_view rule;
    std::optional<std::string> key;  ///< The identity; empty where several are summed up.
    std::string reason;
    std::size_t count = 1;                 ///< Sockets it speaks of.
    const SocketRecord* socket = nullptr;  ///< The first of them; null where several are summed up.
};

/// What the first snapshot holds that is unexpected, as one alert; empty if there is nothing.
[[nodiscard]] std::optional<Alert> summaryOf(const Snapshot& snapshot, const Filter& filter);

/// The listeners that have become unexpected with these events: one alert an identity, none for
/// an identity that was there before, nor for a restart.
[[nodiscard]] std::vector<Alert> alertsOf(const std::vector<SocketEvent>& events,
                                          const Snapshot& before, const Filter& filter);

}  // namespace quaywatch::cli
