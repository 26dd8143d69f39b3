// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/journal_event_lines.h"

#include "core/text/iso_time.h"

#include <array>
#include <cstddef>

namespace quaywatch::cli {
namespace {

/// In the order of PlainEventLines::Head::Kind; an alert has its own.
constexpr std::array<std::string_view, 7> kJournalHeads{
    "<6>opened ", "<6>changed ", "<6>replaced ", "<6>closed ", "", "<4>gap ", "<3>gap "};

/// In the order of Severity.
constexpr std::array<std::string_view, 4> kJournalAlerts{"<6>alert ", "<5>alert ", "<4>alert ",
                                                         "<3>alert "};

}  // namespace

std::string JournalEventLines::line(const Head& head, std::string_view text) const
{
    const std::string_view begin = head.kind == Head::Kind::Alert
                                       ? kJournalAlerts.at(static_cast<std::size_t>(head.severity))
                                       : kJournalHeads.at(static_cast<std::size_t>(head.kind));
    return std::string(begin).append(text);
}

std::string JournalEventLines::clock(Time time) const
{
    return isoTime(time, /*isWhole=*/true);
}

}  // namespace quaywatch::cli
