// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/iso_time.h"

#include <fmt/format.h>

namespace quaywatch {

std::string isoTime(std::chrono::system_clock::time_point time, bool isWhole)
{
    using namespace std::chrono;
    const auto millis = floor<milliseconds>(time);
    const auto day = floor<days>(millis);
    const year_month_day date{day};
    const hh_mm_ss clock{millis - day};
    std::string text =
        fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", int{date.year()}, unsigned{date.month()},
                    unsigned{date.day()}, clock.hours().count(), clock.minutes().count(),
                    clock.seconds().count());
    text += isWhole ? "Z" : fmt::format(".{:03}Z", clock.subseconds().count());
    return text;
}

}  // namespace quaywatch
