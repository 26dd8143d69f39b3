// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/time_text.h"

#include <gtest/gtest.h>
#include <QDateTime>
#include <QLocale>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class TimeText : public testing::Test {
protected:
    void TearDown() override { QLocale::setDefault(QLocale::system()); }

    const QTime m_evening{18, 5, 9};
};

TEST_F(TimeText, FollowsTheLocale)
{
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(hoursAndMinutes(m_evening), u"18:05"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
    EXPECT_EQ(dateAndMinutes({QDate(2026, 11, 23), m_evening}), u"23.11.26 18:05"_s);

    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(hoursAndMinutes(m_evening).simplified(), u"6:05 PM"_s);
    EXPECT_EQ(hoursToSeconds(m_evening).simplified(), u"6:05:09 PM"_s);

    QLocale::setDefault(QLocale(QLocale::Finnish));
    EXPECT_EQ(hoursToSeconds(m_evening), u"18.05.09"_s);
}

TEST_F(TimeText, OmitsTheSecondsWithoutALocaleToo)
{
    QLocale::setDefault(QLocale::c());

    EXPECT_EQ(hoursAndMinutes(m_evening), u"18:05"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
}

// Long formats of some languages contain it. Which ones depends on the Unicode locale data (CLDR)
// of this Qt version.
TEST_F(TimeText, NeverNamesTheTimeZone)
{
    const QLocale before;
    const QString zone = QDateTime::currentDateTime().timeZoneAbbreviation();
    ASSERT_FALSE(zone.isEmpty());
    int zoneCount = 0;

    for (const QLocale& locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript,
                                                          QLocale::AnyTerritory)) {
        QLocale::setDefault(locale);
        zoneCount += locale.timeFormat(QLocale::LongFormat).contains(u't') ? 1 : 0;
        EXPECT_FALSE(hoursToSeconds(m_evening).contains(zone)) << locale.name().toStdString();
    }

    EXPECT_GT(zoneCount, 0) << "no locale to test with";
    QLocale::setDefault(before);
}

}  // namespace
}  // namespace quaywatch
