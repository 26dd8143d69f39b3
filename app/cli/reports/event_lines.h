// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_events.h"
#include "core/watch/alert.h"

#include <chrono>
#include <string>

namespace quaywatch::cli {

/// The output of `watch`, one line per event, without line ends.
class EventLines {
public:
    using Time = std::chrono::system_clock::time_point;

    EventLines() = default;
    EventLines(const EventLines&) = delete;
    EventLines& operator=(const EventLines&) = delete;
    virtual ~EventLines() = default;

    /// @param at  When it was found; a close event has its own time, if it is known.
    [[nodiscard]] virtual std::string event(const SocketEvent& event, Time at) const = 0;
    [[nodiscard]] virtual std::string alert(const Alert& alert) const = 0;
    [[nodiscard]] virtual std::string gap(const Gap& gap, Time at) const = 0;
    /// The system could not be read, so that all of it is missing.
    [[nodiscard]] virtual std::string failure(const Gap& gap, Time at) const = 0;
    /// A span of time with lost close events.
    [[nodiscard]] virtual std::string gap(const EventGap& gap) const = 0;
};

}  // namespace quaywatch::cli
