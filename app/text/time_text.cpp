// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/time_text.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

QString hoursAndMinutes(QTime time)
{
    const QLocale locale;
    // The C locale, which may stand behind another language, counts the seconds even in short.
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

}  // namespace quaywatch
