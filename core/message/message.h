// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What core says to people: a message has an id and arguments, so that the window can say it in
/// another language and a script can recognize it. Thread-safe; no function fails.

#pragma once

#include "core/message/message_id.h"

#include <chrono>
#include <concepts>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace quaywatch {

struct MessageArgument;

/// One message and its English text, which is made once, when the message is made. Its arguments
/// can contain untrusted raw text (names of programs), so the text must pass through displayText()
/// before it is shown.
class Message {
public:
    /// The empty message.
    Message() = default;
    /// Text that has no id and is never translated: a command, a path, or the text of a library.
    Message(std::string text);
    Message(std::string_view text);
    Message(const char* text);
    /// @param arguments  Texts, unsigned numbers, moments or messages: the values for %1, %2, ...
    template <typename... Arguments>
    explicit Message(MessageId id, Arguments&&... arguments);
    Message(MessageId id, std::vector<MessageArgument> arguments);

    [[nodiscard]] MessageId id() const noexcept { return m_id; }
    /// Whether the message has an id, so that it can be translated.
    [[nodiscard]] bool hasId() const noexcept { return m_id != MessageId{}; }
    [[nodiscard]] const std::vector<MessageArgument>& arguments() const noexcept
    {
        return m_arguments;
    }
    [[nodiscard]] bool empty() const noexcept { return m_english.empty(); }
    [[nodiscard]] const std::string& english() const& noexcept { return m_english; }
    [[nodiscard]] std::string english() && noexcept { return std::move(m_english); }
    operator std::string_view() const noexcept { return m_english; }

    friend bool operator==(const Message& a, const Message& b) noexcept
    {
        return a.m_id == b.m_id && a.m_english == b.m_english;
    }
    /// Compares the English text.
    template <typename Text>
    requires(std::convertible_to<const Text&, std::string_view> &&
             !std::same_as<Text, Message>) friend bool
    operator==(const Message& message, const Text& text) noexcept
    {
        return message.m_english == std::string_view(text);
    }

private:
    MessageId m_id{};
    std::vector<MessageArgument> m_arguments;
    std::string m_english;
};

/// The value of one placeholder.
struct MessageArgument {
    using Moment = std::chrono::system_clock::time_point;
    using Value = std::variant<std::string, std::uint64_t, Message, Moment>;

    Value value;

    MessageArgument(std::string text)
        : value(std::move(text))
    {
    }
    MessageArgument(std::string_view text)
        : value(std::string(text))
    {
    }
    MessageArgument(const char* text)
        : value(std::string(text))
    {
    }
    template <std::unsigned_integral Number>
    MessageArgument(Number number)
        : value(static_cast<std::uint64_t>(number))
    {
    }
    /// A time that people read: in the English text to the minute, in UTC.
    MessageArgument(Moment moment)
        : value(moment)
    {
    }
    MessageArgument(Message message)
        : value(std::move(message))
    {
    }
};

template <typename... Arguments>
Message::Message(MessageId id, Arguments&&... arguments)
    : Message(id,
              std::vector<MessageArgument>{MessageArgument(std::forward<Arguments>(arguments))...})
{
}

/// Writes the English text; for test output and logs.
std::ostream& operator<<(std::ostream& out, const Message& message);

/// Gives the text of a message in some language, with the placeholders of sourceText().
using MessageTexts = std::function<std::string(MessageId)>;

/// Writes a moment in some language and time zone.
using MomentText = std::function<std::string(MessageArgument::Moment)>;

/// "2026-11-23 01:00 UTC"
[[nodiscard]] std::string utcText(MessageArgument::Moment moment);

/// Writes a message with the texts of a language. A placeholder without an argument stays, and an
/// argument without a placeholder is left out. A message without an id is its own text.
[[nodiscard]] std::string render(const Message& message, const MessageTexts& texts,
                                 const MomentText& momentText = utcText);

/// The text as a sentence, with a full stop.
[[nodiscard]] Message sentence(Message text);

/// The one or the other message, depending on the number.
[[nodiscard]] constexpr MessageId byCount(std::uint64_t count, MessageId one,
                                          MessageId many) noexcept
{
    return count == 1 ? one : many;
}

}  // namespace quaywatch
