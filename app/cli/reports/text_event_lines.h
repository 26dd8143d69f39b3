// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/plain_event_lines.h"
#include "core/base/terminal.h"

namespace quaywatch::cli {

/// The lines for a terminal: "14:03:07 + opened   tcp 127.0.0.1:931 listen nc (4711) alice"
class TextEventLines final : public PlainEventLines {
public:
    /// @param terminal  Supplies the user's time of day, and whether to use colors. Must outlive
    ///                  the lines.
    explicit TextEventLines(const Terminal& terminal) noexcept
        : m_terminal(terminal)
    {
    }

private:
    [[nodiscard]] std::string line(const Head& head, std::string_view text) const override;
    [[nodiscard]] std::string clock(Time time) const override;

    const Terminal& m_terminal;
};

}  // namespace quaywatch::cli
