// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/charts/subject_box.h"

#include <gtest/gtest.h>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class SubjectBoxTest : public testing::Test {
protected:
    void enter(const QString& text)
    {
        box.lineEdit()->setText(text);
        QTest::keyClick(box.lineEdit(), Qt::Key_Return);
    }
    [[nodiscard]] TrafficScope port(Port number, Protocol protocol) const
    {
        return PortId{number, protocol};
    }

    SubjectBox box;
    QSignalSpy changes{&box, &SubjectBox::subjectChanged};
    QSignalSpy misses{&box, &SubjectBox::nothingFound};
};

TEST_F(SubjectBoxTest, EnterTakesAPortThatIsNotAmongTheChoices)
{
    enter(u"931"_s);
    EXPECT_EQ(box.subject(), port(931, Protocol::Tcp));
    EXPECT_EQ(changes.size(), 1);

    enter(u"514/UDP"_s);
    EXPECT_EQ(box.subject(), port(514, Protocol::Udp));
    EXPECT_EQ(box.count(), 3) << "the machine, and both ports";

    enter(u"931"_s);
    EXPECT_EQ(box.subject(), port(931, Protocol::Tcp));
    EXPECT_EQ(box.count(), 3) << "once each";
    EXPECT_EQ(misses.size(), 0);
}

TEST_F(SubjectBoxTest, EnterTakesAChoiceByAPartOfItsText)
{
    enter(u"931"_s);

    enter(u"whole"_s);

    EXPECT_EQ(box.subject(), TrafficScope());
}

TEST_F(SubjectBoxTest, WhatMatchesNothingIsReportedAndChangesNothing)
{
    enter(u"931"_s);
    for (const QString& text : {u"nonsense"_s, u"0"_s, u"65536"_s, u"99999999"_s, u"22/sctp"_s}) {
        misses.clear();

        enter(text);

        EXPECT_EQ(misses.size(), 1) << text.toStdString();
        EXPECT_EQ(box.subject(), port(931, Protocol::Tcp));
        EXPECT_EQ(box.currentText(), box.subjectText());
    }
}

}  // namespace
}  // namespace quaywatch
