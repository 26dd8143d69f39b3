// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Times as the locale of the window writes them: with 12 or 24 hours, colons or points. QLocale's
/// short format lacks the seconds, its long format ends with the time zone.

#pragma once

#include <chrono>
#include <QString>

class QDateTime;
class QTime;

namespace quaywatch {

/// "18:05" or "6:05 PM".
[[nodiscard]] QString hoursAndMinutes(QTime time);
/// "18:05:09" or "6:05:09 PM".
[[nodiscard]] QString hoursToSeconds(QTime time);
/// Date and time without seconds.
[[nodiscard]] QString dateAndMinutes(const QDateTime& moment);

using SystemTime = std::chrono::system_clock::time_point;

[[nodiscard]] QDateTime localTime(SystemTime time);

/// "14:03:22" today, "Yesterday 14:03", else date and time, in the user's language and zone.
[[nodiscard]] QString whenText(SystemTime time, SystemTime now);
/// Date and time with milliseconds and the zone; on a second line in UTC.
[[nodiscard]] QString preciseTime(SystemTime time);
/// Date and time to the minute.
[[nodiscard]] QString dateAndTime(SystemTime time);

}  // namespace quaywatch
