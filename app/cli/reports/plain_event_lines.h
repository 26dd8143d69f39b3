// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/event_lines.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch::cli {

/// The lines for people, except for their beginning, which depends on where they are read.
class PlainEventLines : public EventLines {
public:
    [[nodiscard]] std::string event(const SocketEvent& event, Time at) const final;
    [[nodiscard]] std::string alert(const Alert& alert) const final;
    [[nodiscard]] std::string gap(const Gap& gap, Time at) const final;
    [[nodiscard]] std::string failure(const Gap& gap, Time at) const final;
    [[nodiscard]] std::string gap(const EventGap& gap) const final;

protected:
    /// What a line is about, for its beginning.
    struct Head {
        enum class Kind : std::uint8_t { Opened, Changed, Replaced, Closed, Alert, Gap, Failure };
        Kind kind = Kind::Opened;
        Severity severity = Severity::Info;  ///< Of an alert.
        Time at;
    };

    /// The whole line.
    /// @param text  One line without control characters.
    [[nodiscard]] virtual std::string line(const Head& head, std::string_view text) const = 0;
    /// A time within a line.
    [[nodiscard]] virtual std::string clock(Time time) const = 0;
};

}  // namespace quaywatch::cli
