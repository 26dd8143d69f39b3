// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Times as the system writes them, whatever the language of the window: order of the date, 12 or
/// 24 hours, colons or points. Digits are always 0 to 9, as in the rest of the window, and the
/// calendar is the Gregorian one. A text with right-to-left characters, such as an Arabic mark for
/// the morning, is isolated: in tables, charts and sentences its parts have the same order.
/// QLocale's short format lacks the seconds, its long format ends with the time zone.

#pragma once

#include <chrono>
#include <QString>
#include <QStringList>

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
/// Examples of whenText() that need as much room as any other.
[[nodiscard]] QStringList widestTimes();
/// Date and time with milliseconds and the zone; on a second line in UTC.
[[nodiscard]] QString preciseTime(SystemTime time);
/// Date and time to the minute.
[[nodiscard]] QString dateAndTime(SystemTime time);

}  // namespace quaywatch
