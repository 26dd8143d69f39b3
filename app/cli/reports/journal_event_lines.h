// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/reports/plain_event_lines.h"

namespace quaywatch::cli {

/// The lines for the journal: "<3>alert high, tcp 127.0.0.1:931 ...". They begin with the priority
/// of sd-daemon(3), and have no time, since the journal has it: 6 (info) for what opens, changes
/// and closes; 5 (notice) for an alert of severity low; 4 (warning) for medium and for a gap; 3
/// (err) for high and if the system could not be read.
class JournalEventLines final : public PlainEventLines {
private:
    [[nodiscard]] std::string line(const Head& head, std::string_view text) const override;
    [[nodiscard]] std::string clock(Time time) const override;
};

}  // namespace quaywatch::cli
