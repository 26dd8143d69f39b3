// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/time_text.h"
#include "app/text/isolated_text.h"

#include "app/text/locale_forms.h"

#include <gtest/gtest.h>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class TimeText : public testing::Test {
protected:
    void TearDown() override { LocaleForms::use(QLocale::system(), u"en"_s); }

    const QTime m_evening{18, 5, 9};
};

TEST_F(TimeText, FollowsTheLocale)
{
    LocaleForms::use(QLocale(QLocale::German), u"en"_s);
    EXPECT_EQ(hoursAndMinutes(m_evening), u"18:05"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
    EXPECT_EQ(dateAndMinutes({QDate(2026, 11, 23), m_evening}), u"23.11.26 18:05"_s);

    LocaleForms::use(QLocale(QLocale::English, QLocale::UnitedStates), u"de"_s);
    EXPECT_EQ(hoursAndMinutes(m_evening).simplified(), u"6:05 PM"_s);
    EXPECT_EQ(hoursToSeconds(m_evening).simplified(), u"6:05:09 PM"_s);

    LocaleForms::use(QLocale(QLocale::Finnish), u"en"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18.05.09"_s);
}

TEST_F(TimeText, OmitsTheSecondsWithoutALocaleToo)
{
    LocaleForms::use(QLocale::c(), u"en"_s);

    EXPECT_EQ(hoursAndMinutes(m_evening), u"18:05"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
}

// Long formats of some languages contain it. Which ones depends on the Unicode locale data (CLDR)
// of this Qt version.
TEST_F(TimeText, NeverNamesTheTimeZone)
{
    const QString zone = QDateTime::currentDateTime().timeZoneAbbreviation();
    ASSERT_FALSE(zone.isEmpty());
    int zoneCount = 0;

    for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript,
                                                          QLocale::AnyTerritory)) {
        LocaleForms::use(locale, u"en"_s);
        zoneCount += locale.timeFormat(QLocale::LongFormat).contains(u't') ? 1 : 0;
        EXPECT_FALSE(hoursToSeconds(m_evening).contains(zone)) << locale.name().toStdString();
    }

    EXPECT_GT(zoneCount, 0) << "no locale to test with";
}

QString bare(QString text)
{
    static const QRegularExpression kMarks(u"[\\x{200e}\\x{200f}\\x{061c}\\x{2068}\\x{2069}]"_s);
    return text.remove(kMarks).simplified();
}

TEST_F(TimeText, HasTheFormOfTheSystemInAnyLanguage)
{
    struct Form {
        const char* system;
        QString evening;
        QString number;
    };
    const QDateTime moment(QDate(2026, 11, 23), m_evening);
    for (const QString& language : {u"en"_s, u"de"_s, u"sv"_s}) {
        for (const Form& form : {Form{"sv_SE", u"2026-11-23 18:05"_s, u"0,5"_s},
                                 Form{"ar_EG", u"23/11/2026 6:05 م"_s, u"0.5"_s},
                                 Form{"he_IL", u"23.11.2026 18:05"_s, u"0.5"_s},
                                 Form{"de_DE", u"23.11.26 18:05"_s, u"0,5"_s},
                                 Form{"en_US", u"11/23/26 6:05 PM"_s, u"0.5"_s}}) {
            LocaleForms::use(QLocale(QLatin1StringView(form.system)), language);

            EXPECT_EQ(bare(dateAndMinutes(moment)), form.evening) << form.system;
            EXPECT_EQ(QLocale().toString(0.5), form.number) << form.system;
            EXPECT_EQ(u"%L1"_s.arg(0.5), form.number) << form.system;
        }
        LocaleForms::use(QLocale(u"fa_IR"_s), language);
        EXPECT_EQ(bare(hoursToSeconds(m_evening)), u"18:05:09"_s);
        EXPECT_TRUE(bare(dateAndMinutes(moment)).startsWith(u"2026/11/23"_s));
    }
}

TEST_F(TimeText, HasTheFormOfTheLanguageIfTheSystemHasNone)
{
    LocaleForms::use(QLocale::c(), u"de"_s);

    EXPECT_EQ(dateAndMinutes({QDate(2026, 11, 23), m_evening}), u"23.11.26 18:05"_s);
    EXPECT_EQ(QLocale().toString(0.5), u"0,5"_s);
}

// Names of days and months are words, not form.
TEST_F(TimeText, NamesNoMonthInAnotherLanguage)
{
    const SystemTime time{std::chrono::hours(24 * 365)};
    LocaleForms::use(QLocale(u"sv_SE"_s), u"en"_s);
    EXPECT_FALSE(preciseTime(time).contains(u"januari"_s)) << preciseTime(time).toStdString();

    LocaleForms::use(QLocale(u"sv_SE"_s), u"sv"_s);
    EXPECT_TRUE(preciseTime(time).contains(u"januari"_s)) << preciseTime(time).toStdString();
}

TEST_F(TimeText, HasOneDigitSystemInEveryLocale)
{
    static const QRegularExpression kOther(u"(?![0-9])\\p{Nd}"_s);
    const QDateTime moment(QDate(2026, 11, 23), m_evening);
    for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript,
                                                          QLocale::AnyTerritory)) {
        LocaleForms::use(locale, u"en"_s);
        const QString all = dateAndMinutes(moment) + hoursToSeconds(m_evening) +
                            QLocale().toString(12345.5, 'f', 1) + u"%L1"_s.arg(7);

        EXPECT_FALSE(all.contains(kOther)) << locale.name().toStdString() << all.toStdString();
        EXPECT_EQ(all.count(QChar(0x2068)), all.count(QChar(0x2069)))
            << locale.name().toStdString();
    }
}

TEST_F(TimeText, IsAUnitIfItRunsToTheLeft)
{
    LocaleForms::use(QLocale(u"ar_EG"_s), u"en"_s);
    const QString time = hoursToSeconds(m_evening);

    EXPECT_EQ(time, isolate(time.sliced(1).chopped(1)));

    LocaleForms::use(QLocale(u"he_IL"_s), u"en"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
}

}  // namespace
}  // namespace quaywatch
