// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/date_edit.h"

#include "app/text/locale_forms.h"

#include <gtest/gtest.h>
#include <QCalendarWidget>
#include <QCoreApplication>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class DateEdit : public testing::Test {
protected:
    /// As a user does who opens the calendar.
    static void pressKey(QWidget& edit)
    {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Shift, Qt::ShiftModifier);
        QCoreApplication::sendEvent(&edit, &press);
    }

    void TearDown() override { LocaleForms::use(QLocale::system(), u"en"_s); }
};

TEST_F(DateEdit, HasTheFormOfTheSystemAndTheWordsOfTheWindow)
{
    LocaleForms::use(QLocale(QLocale::Swedish, QLocale::Sweden), u"de"_s);
    QDateEdit edit(QDate(2026, 5, 3));

    setUpDateEdit(edit);
    pressKey(edit);

    EXPECT_EQ(edit.text(), u"2026-05-03"_s);
    QCalendarWidget& calendar = *edit.calendarWidget();
    calendar.setSelectedDate(edit.date());
    EXPECT_EQ(calendar.locale().language(), QLocale::German);
    EXPECT_EQ(calendar.firstDayOfWeek(), Qt::Monday);
    bool isMonthGerman = false;
    for (const auto* button : calendar.findChildren<QToolButton*>()) {
        isMonthGerman = isMonthGerman || button->text() == u"Mai"_s;
    }
    EXPECT_TRUE(isMonthGerman);
}

TEST_F(DateEdit, TheWeekBeginsAsInTheSystem)
{
    LocaleForms::use(QLocale(QLocale::English, QLocale::UnitedStates), u"de"_s);
    QDateTimeEdit edit(QDateTime(QDate(2026, 5, 3), QTime(18, 5)));

    setUpDateEdit(edit);
    pressKey(edit);

    EXPECT_EQ(edit.calendarWidget()->firstDayOfWeek(), Qt::Sunday);
    EXPECT_TRUE(edit.text().startsWith(u"5/3/26"_s)) << edit.text().toStdString();
    EXPECT_TRUE(edit.text().contains(u"6:05"_s)) << edit.text().toStdString();
}

}  // namespace
}  // namespace quaywatch
