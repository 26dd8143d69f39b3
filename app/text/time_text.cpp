// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/time_text.h"

#include "app/text/isolated_text.h"
#include "app/text/locale_forms.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryText)
};

bool runsToTheLeft(QChar character)
{
    return character.direction() == QChar::DirR || character.direction() == QChar::DirAL;
}

/// A date or time as one unit with digits from 0 to 9, so that its parts stay together.
QString written(const QString& text)
{
    const QString western = LocaleForms::withWesternDigits(text);
    return std::any_of(western.begin(), western.end(), runsToTheLeft) ? isolate(western) : western;
}

QString dateText(QDate date, QLocale::FormatType format)
{
    return written(LocaleForms::times().toString(date, format));
}

}  // namespace

QDateTime localTime(SystemTime time)
{
    using std::chrono::milliseconds;
    return QDateTime::fromMSecsSinceEpoch(
               std::chrono::floor<milliseconds>(time.time_since_epoch()).count())
        .toLocalTime();
}

QString hoursAndMinutes(QTime time)
{
    const QLocale& locale = LocaleForms::times();
    // The C locale has seconds even in the short format.
    return written(locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s)));
}

QString hoursToSeconds(QTime time)
{
    static const QRegularExpression kZone(uR"((^|,?\s)[\[(]?t{1,4}[\])]?(\s|$))"_s);
    const QLocale& locale = LocaleForms::times();
    return written(
        locale.toString(time, locale.timeFormat(QLocale::LongFormat).remove(kZone).trimmed()));
}

QString dateAndMinutes(const QDateTime& moment)
{
    return dateText(moment.date(), QLocale::ShortFormat) + u' ' + hoursAndMinutes(moment.time());
}

QString whenText(SystemTime time, SystemTime now)
{
    const QDateTime local = localTime(time);
    const QDate today = localTime(now).date();
    if (local.date() == today) {
        return hoursToSeconds(local.time());
    }
    if (local.date() == today.addDays(-1)) {
        //: A time of the day before.
        return TimeText::tr("Yesterday %1").arg(hoursAndMinutes(local.time()));
    }
    return dateAndMinutes(local);
}

QStringList widestTimes()
{
    // Two digits each, also with 12 hours.
    const QDateTime moment(QDate(2026, 12, 28), QTime(22, 58, 58));
    const SystemTime now{std::chrono::milliseconds(moment.toMSecsSinceEpoch())};
    return {whenText(now, now), whenText(now - std::chrono::hours(24), now),
            whenText(now, now + std::chrono::hours(24 * 7))};
}

QString preciseTime(SystemTime time)
{
    const QDateTime local = localTime(time);
    // The long format contains names of days and months.
    const bool hasOwnNames = LocaleForms::times().language() == LocaleForms::words().language();
    return dateText(local.date(), hasOwnNames ? QLocale::LongFormat : QLocale::ShortFormat) + u' ' +
           local.toString(u"HH:mm:ss.zzz t"_s) + u'\n' + local.toUTC().toString(Qt::ISODateWithMs);
}

QString dateAndTime(SystemTime time)
{
    return dateAndMinutes(localTime(time));
}

}  // namespace quaywatch
