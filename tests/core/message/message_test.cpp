// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message.h"

#include "core/message/message_list.h"
#include "core/text/display_message.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace quaywatch {
namespace {

TEST(Message, PutsItsArgumentsIntoTheText)
{
    const Message message(MessageId::OtherProgram, "/tmp/sshd", "/usr/sbin/sshd");

    EXPECT_EQ(message.id(), MessageId::OtherProgram);
    EXPECT_EQ(message, "its program is /tmp/sshd, not /usr/sbin/sshd");
}

TEST(Message, TakesNumbersAndMessagesAsArguments)
{
    EXPECT_EQ(Message(MessageId::AndMore, Message(MessageId::TheKernel), 2U),
              "the kernel and 2 more");
}

TEST(Message, InsertsThePlaceholdersInAnArgumentAsTheyAre)
{
    EXPECT_EQ(Message(MessageId::OneOrOther, "%2 100%", "%1"), "%2 100% or %1");
}

TEST(Message, KeepsAPlaceholderWithoutAnArgument)
{
    EXPECT_EQ(Message(MessageId::OneOrOther, "a"), "a or %2");
    EXPECT_EQ(Message(MessageId::TheKernel, "unused"), "the kernel");
}

TEST(Message, JoinsLists)
{
    EXPECT_EQ(Message(MessageId::CommaList, "a", 3U, Message("b")), "a, 3, b");
    EXPECT_EQ(Message(MessageId::SemicolonList, "a", "b"), "a; b");
    EXPECT_EQ(Message(MessageId::Sentences, "A", "B"), "A. B.");
    EXPECT_EQ(Message(MessageId::CommaList), "");
}

TEST(Message, CapitalizesTheFirstLetter)
{
    EXPECT_EQ(Message(MessageId::Capitalized, "ports"), "Ports");
    EXPECT_EQ(Message(MessageId::Capitalized, "\xC3\xB6ppen"), "\xC3\x96ppen");
    EXPECT_EQ(Message(MessageId::Capitalized, "/proc"), "/proc");
    EXPECT_EQ(Message(MessageId::Capitalized, ""), "");
}

TEST(Message, IsItsOwnTextWithoutAnId)
{
    const Message text("sudo quaywatch-cli list");

    EXPECT_FALSE(text.hasId());
    EXPECT_EQ(text, "sudo quaywatch-cli list");
    EXPECT_EQ(token(text.id()), "");
}

TEST(Message, DiffersByItsIdAndItsText)
{
    EXPECT_EQ(Message(MessageId::ProcessHasEnded, 7U), Message(MessageId::ProcessHasEnded, 7U));
    EXPECT_NE(Message(MessageId::ProcessHasEnded, 7U), Message(MessageId::ProcessHasEnded, 8U));
    EXPECT_NE(Message(MessageId::TheKernel), Message("the kernel"));
}

TEST(Message, IsRenderedInAnotherLanguage)
{
    const auto reversed = [](MessageId id) {
        std::string text(sourceText(id));
        std::replace(text.begin(), text.end(), '1', '2');
        return "<" + text + ">";
    };
    EXPECT_EQ(render(Message(MessageId::AndMore, Message(MessageId::TheKernel), 2U), reversed),
              "<2 and 2 more>");
}

TEST(Message, ShowsUntrustedArgumentsSafely)
{
    const Message message(MessageId::OneOrOther, "\x1b[1m", Message("\n"));

    EXPECT_EQ(displayMessage(message).english(), "\\e[1m or \\n");
    EXPECT_EQ(displayMessage(message).id(), MessageId::OneOrOther);
}

TEST(MessageId, IsUniqueAndFoundByItsToken)
{
    std::set<std::string_view> tokens;
    for (std::size_t i = 1; i < kMessageCount; ++i) {
        const auto id = static_cast<MessageId>(i);
        EXPECT_TRUE(tokens.insert(token(id)).second) << token(id);
        EXPECT_EQ(parseMessageId(token(id)), id);
        EXPECT_EQ(token(id).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"),
                  std::string_view::npos)
            << token(id);
    }
    EXPECT_FALSE(parseMessageId(""));
    EXPECT_FALSE(parseMessageId("no such message"));
}

TEST(MessageId, HasATextWithoutAFullStopAndEachPlaceholderOnce)
{
    for (std::size_t i = 0; i < kMessageCount; ++i) {
        const std::string text(sourceText(static_cast<MessageId>(i)));
        EXPECT_FALSE(text.ends_with('.')) << text;
        for (char number = '1'; number <= '9'; ++number) {
            const std::string place = std::string("%") + number;
            const std::size_t at = text.find(place);
            EXPECT_TRUE(at == std::string::npos || text.find(place, at + 1) == std::string::npos)
                << text;
        }
    }
}

TEST(Message, WritesAMomentInUtcAndInTheLanguageOfTheWindow)
{
    const MessageArgument::Moment moment{std::chrono::seconds(1'795'395'659)};
    const Message message(MessageId::RunningSince, moment);

    EXPECT_EQ(message, "running since 2026-11-23 01:00 UTC");
    EXPECT_EQ(render(
                  message, [](MessageId) { return "läuft seit %1"; },
                  [](MessageArgument::Moment) { return "heute"; }),
              "läuft seit heute");
    EXPECT_EQ(utcText(MessageArgument::Moment{std::chrono::seconds(-1)}), "1969-12-31 23:59 UTC");
}

}  // namespace
}  // namespace quaywatch
