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

TEST_F(TimeText, GoesByTheLocale)
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

TEST_F(TimeText, LeavesTheSecondsOutWithoutALocaleToo)
{
    QLocale::setDefault(QLocale::c());

    EXPECT_EQ(hoursAndMinutes(m_evening), u"18:05"_s);
    EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s);
}

TEST_F(TimeText, NeverNamesTheTimeZone)
{
    const QLocale basque(QLocale::Basque);
    const QLocale belarusian(QLocale::Belarusian);
    ASSERT_TRUE(basque.timeFormat(QLocale::LongFormat).endsWith(u" (t)"_s));
    ASSERT_TRUE(belarusian.timeFormat(QLocale::LongFormat).endsWith(u", t"_s));

    for (const QLocale& locale : {basque, belarusian}) {
        QLocale::setDefault(locale);
        EXPECT_EQ(hoursToSeconds(m_evening), u"18:05:09"_s) << locale.name().toStdString();
    }
}

}  // namespace
}  // namespace quaywatch
