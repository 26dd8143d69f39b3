// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/history/store/stored_message.h"

#include "core/message/message_list.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace Qt::Literals::StringLiterals;

QString stored(const Message& message)
{
    return QString::fromStdString(storedText(message, 512));
}

TEST(StoredMessage, KeepsTheIdAndTheArguments)
{
    const Message message(MessageId::PortTakenOver, Message(MessageId::TheKernel), "nc");
    const Message read = messageFrom(stored(message));

    EXPECT_EQ(read, message);
    ASSERT_EQ(read.arguments().size(), 2U);
    EXPECT_EQ(std::get<Message>(read.arguments()[0].value), Message(MessageId::TheKernel));
}

TEST(StoredMessage, KeepsNumbers)
{
    const Message message(MessageId::BacklogFull, 129U, 128U);

    EXPECT_EQ(messageFrom(stored(message)).arguments()[1].value,
              (MessageArgument::Value(std::uint64_t{128})));
}

TEST(StoredMessage, BeginsWithTheEnglishTextOnOneLine)
{
    const QString text = stored(Message(MessageId::ExecutableDeleted, "/tmp/a\nb"));

    EXPECT_TRUE(text.startsWith(u"listener whose executable is no longer on disk: /tmp/a\\nb"_s))
        << text.toStdString();
    EXPECT_FALSE(text.contains(u'\n'));
}

TEST(StoredMessage, ShowsTextFromBeforeAsItIs)
{
    const Message read = messageFrom(u"an older entry's reason"_s);

    EXPECT_FALSE(read.hasId());
    EXPECT_EQ(read, "an older entry's reason");
}

TEST(StoredMessage, FallsBackToTheEnglishText)
{
    const QString nested = QString(u"{\"id\":\"and-more\",\"arguments\":["_s).repeated(20);
    for (const QString& object :
         {u"{\"id\":\"of-a-later-version\",\"arguments\":[]}"_s, u"not JSON"_s, QString(),
          u"{\"id\":\"and-more\",\"arguments\":[-1]}"_s,
          u"{\"id\":\"and-more\",\"arguments\":[null]}"_s, nested, QString(5000, u'x')}) {
        const Message read = messageFrom(u"English"_s + QChar(0x1F) + object);
        EXPECT_EQ(read, Message("English")) << object.left(40).toStdString();
    }
}

TEST(StoredMessage, IsSafeToShowWhateverTheFileContains)
{
    const Message read = messageFrom(QString(u"\x1b[1m"_s) + QChar(0x1F) +
                                     u"{\"id\":\"rule-probe\",\"arguments\":[\"\\u001b[1m\"]}"_s);

    EXPECT_EQ(read.english().find('\x1b'), std::string::npos);
    EXPECT_EQ(messageFrom(u"\x1b[1m"_s).english().find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace quaywatch
