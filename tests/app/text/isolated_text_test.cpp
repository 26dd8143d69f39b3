// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/isolated_text.h"
#include "app/text/core_text.h"
#include "core/message/message_list.h"

#include <gtest/gtest.h>
#include <QGuiApplication>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

class Isolate : public testing::Test {
protected:
    void TearDown() override { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    const QString m_isolated = QChar(0x2068) + u"httpd"_s + QChar(0x2069);
};

TEST_F(Isolate, ChangesNothingFromLeftToRight)
{
    EXPECT_EQ(inSentence(u"httpd"_s), u"httpd"_s);
}

TEST_F(Isolate, KeepsAValueTogetherFromRightToLeft)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    EXPECT_EQ(inSentence(u"httpd"_s), m_isolated);
    EXPECT_EQ(inSentence({}), QString());
}

TEST_F(Isolate, KeepsTheValuesOfAMessageTogether)
{
    const Message message(MessageId::SocketOfRpcServer, std::string("ht\ntpd\xe2\x81\xa9"));
    const QString before = CoreText::of(message);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    for (const QString& text : {CoreText::of(message), CoreText::whole(message)}) {
        EXPECT_EQ(text.count(QChar(0x2068)), 1) << text.toStdString();
        EXPECT_EQ(text.count(QChar(0x2069)), 1) << text.toStdString();
        EXPECT_FALSE(text.contains(u'\n'));
        EXPECT_EQ(QString(text).remove(QChar(0x2068)).remove(QChar(0x2069)), before);
    }
}

}  // namespace
}  // namespace quaywatch
