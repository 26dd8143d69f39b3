// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/time_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::HistoryText)
};

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
    const QLocale locale;
    // The C locale, which may be set together with another language, has seconds even in the short
    // format.
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s));
}

QString hoursToSeconds(QTime time)
{
    static const QRegularExpression kZone(uR"((^|,?\s)[\[(]?t{1,4}[\])]?(\s|$))"_s);
    const QLocale locale;
    return locale.toString(time, locale.timeFormat(QLocale::LongFormat).remove(kZone).trimmed());
}

QString dateAndMinutes(const QDateTime& moment)
{
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' +
           hoursAndMinutes(moment.time());
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

QString preciseTime(SystemTime time)
{
    const QDateTime local = localTime(time);
    return QLocale().toString(local.date(), QLocale::LongFormat) + u' ' +
           local.toString(u"HH:mm:ss.zzz t"_s) + u'\n' + local.toUTC().toString(Qt::ISODateWithMs);
}

QString dateAndTime(SystemTime time)
{
    return dateAndMinutes(localTime(time));
}

}  // namespace quaywatch
