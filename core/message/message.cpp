// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message.h"

#include "core/message/message_list.h"

#include <fmt/format.h>

#include <chrono>
#include <ostream>

namespace quaywatch {
namespace {

/// What a text is made with.
struct Language {
    const MessageTexts& texts;
    const MomentText& momentText;
};

std::string render(const MessageArgument& argument, const Language& language)
{
    if (const auto* const text = std::get_if<std::string>(&argument.value)) {
        return *text;
    }
    if (const auto* const number = std::get_if<std::uint64_t>(&argument.value)) {
        return std::to_string(*number);
    }
    if (const auto* const moment = std::get_if<MessageArgument::Moment>(&argument.value)) {
        return language.momentText(*moment);
    }
    return render(std::get<Message>(argument.value), language.texts, language.momentText);
}

std::string joined(const Message& message, std::string_view separator, std::string_view end,
                   const Language& language)
{
    std::string text;
    for (const MessageArgument& argument : message.arguments()) {
        if (!text.empty()) {
            text += separator;
        }
        text += render(argument, language);
        text += end;
    }
    return text;
}

/// Replaces a lower-case letter at the beginning, of ASCII or Latin-1, by its capital.
std::string capitalized(std::string text)
{
    constexpr char kLatin1 = '\xC3';  // The first byte of U+00C0 to U+00FF in UTF-8.
    const auto toUpper = [](char& c) { c = static_cast<char>(c - ('a' - 'A')); };
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        toUpper(text[0]);
    } else if (text.size() > 1 && text[0] == kLatin1 && text[1] >= '\xA0' && text[1] <= '\xBE' &&
               text[1] != '\xB7') {
        toUpper(text[1]);
    }
    return text;
}

std::string filled(std::string_view text, const Message& message, const Language& language)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlaceholder =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t number = isPlaceholder ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
        if (isPlaceholder && number < message.arguments().size()) {
            result += render(message.arguments()[number], language);
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string englishText(MessageId id)
{
    return std::string(sourceText(id));
}

}  // namespace

Message::Message(std::string text)
    : m_english(std::move(text))
{
}

Message::Message(std::string_view text)
    : m_english(text)
{
}

Message::Message(const char* text)
    : m_english(text)
{
}

Message::Message(MessageId id, std::vector<MessageArgument> arguments)
    : m_id(id)
    , m_arguments(std::move(arguments))
    , m_english(render(*this, englishText))
{
}

std::ostream& operator<<(std::ostream& out, const Message& message)
{
    return out << message.english();
}

Message sentence(Message text)
{
    return Message(MessageId::Sentences, std::move(text));
}

std::string utcText(MessageArgument::Moment moment)
{
    using namespace std::chrono;
    const auto rounded = floor<minutes>(moment);
    const auto day = floor<days>(rounded);
    const year_month_day date(day);
    const hh_mm_ss time(rounded - day);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} UTC", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count());
}

std::string render(const Message& message, const MessageTexts& texts, const MomentText& momentText)
{
    const Language language{texts, momentText};
    switch (message.id()) {
        case MessageId::Text:
            return message.english();
        case MessageId::CommaList:
            return joined(message, ", ", "", language);
        case MessageId::SemicolonList:
            return joined(message, "; ", "", language);
        case MessageId::Sentences:
            return joined(message, " ", ".", language);
        case MessageId::Capitalized:
            return capitalized(joined(message, "", "", language));
        default:
            return filled(texts(message.id()), message, language);
    }
}

}  // namespace quaywatch
