// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The output of `watch`, one line per event: as JSON, or for people.

#pragma once

#include "core/base/terminal.h"
#include "core/sockets/socket_events.h"
#include "core/watch/alert.h"

#include <chrono>
#include <string>

namespace quaywatch::cli {

/// Makes the lines, without line ends.
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
    /// A span of time with lost close events.
    [[nodiscard]] virtual std::string gap(const EventGap& gap) const = 0;
};

class JsonEventLines final : public EventLines {
public:
    [[nodiscard]] std::string event(const SocketEvent& event, Time at) const override;
    [[nodiscard]] std::string alert(const Alert& alert) const override;
    [[nodiscard]] std::string gap(const Gap& gap, Time at) const override;
    [[nodiscard]] std::string gap(const EventGap& gap) const override;
};

/// "14:03:07 + opened   tcp 127.0.0.1:931 listen nc (4711) alice"
class TextEventLines final : public EventLines {
public:
    /// @param terminal  Supplies the user's time of day, and whether to use colors. Must outlive
    ///                  the lines.
    explicit TextEventLines(const Terminal& terminal) noexcept
        : m_terminal(terminal)
    {
    }

    [[nodiscard]] std::string event(const SocketEvent& event, Time at) const override;
    [[nodiscard]] std::string alert(const Alert& alert) const override;
    [[nodiscard]] std::string gap(const Gap& gap, Time at) const override;
    [[nodiscard]] std::string gap(const EventGap& gap) const override;

private:
    [[nodiscard]] std::string line(Time at, std::string_view glyphAndWord, std::string_view color,
                                   const std::string& rest) const;

    const Terminal& m_terminal;
};

}  // namespace quaywatch::cli
