// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/toml_cursor.h"

#include "core/message/message_list.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace quaywatch {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr bool isBeyondAscii(char c) noexcept
{
    return static_cast<unsigned char>(c) > 0x7F;
}

constexpr bool isContinuation(char c) noexcept
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

TomlCursor::TomlCursor(std::string_view text) noexcept
    : m_text(text)
{
    if (m_text.starts_with(kByteOrderMark)) {
        m_text.remove_prefix(kByteOrderMark.size());
    }
}

bool TomlCursor::atLineEnd() const noexcept
{
    return peek() == '\n' || (peek() == '\r' && peek(1) == '\n');
}

bool TomlCursor::atLongQuote() const noexcept
{
    return atQuote() && peek(1) == peek() && peek(2) == peek();
}

bool TomlCursor::atForbiddenCharacter() const noexcept
{
    const auto c = static_cast<unsigned char>(peek());
    return !atEnd() && !atLineEnd() && ((c < ' ' && c != '\t') || c >= 0x7F);
}

char TomlCursor::peek(std::size_t ahead) const noexcept
{
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
}

std::string_view TomlCursor::since(std::size_t begin) const noexcept
{
    return m_text.substr(begin, m_at - begin);
}

bool TomlCursor::accept(char c) noexcept
{
    if (atEnd() || peek() != c) {
        return false;
    }
    ++m_at;
    return true;
}

bool TomlCursor::acceptLineEnd() noexcept
{
    if (!atLineEnd()) {
        return false;
    }
    m_at += peek() == '\r' ? 2U : 1U;
    return true;
}

void TomlCursor::skipBlanks() noexcept
{
    while (peek() == ' ' || peek() == '\t') {
        ++m_at;
    }
}

void TomlCursor::skipComment() noexcept
{
    if (peek() == '#') {
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
    }
}

bool TomlCursor::refuse(std::size_t at, MessageId why)
{
    const std::string_view before = m_text.substr(0, at);
    const std::string_view line = before.substr(before.rfind('\n') + 1);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const auto columns =
        std::count_if(line.begin(), line.end(), [](char c) { return !isContinuation(c); });
    m_error = BaselineError{static_cast<std::uint32_t>(lines + 1),
                            static_cast<std::uint32_t>(columns + 1), Message(why)};
    return false;
}

bool TomlCursor::refuseHere(MessageId why)
{
    return refuse(m_at, atForbiddenCharacter() ? MessageId::ForbiddenCharacter : why);
}

bool TomlCursor::skipShortText()
{
    const std::size_t begin = m_at;
    const char quote = m_text[m_at++];
    while (!atEnd() && peek() != '\n') {
        const char c = m_text[m_at++];
        if (c == quote) {
            return true;
        }
        if (c == '\\' && quote == '"' && !atEnd() && peek() != '\n') {
            ++m_at;
        }
    }
    return refuse(begin, MessageId::OpenQuotes);
}

// Two more quotes, which belong to the text, can precede the last three.
bool TomlCursor::skipLongText()
{
    const std::size_t begin = m_at;
    const char quote = peek();
    m_at += 3;
    while (!atEnd()) {
        std::size_t quotes = 0;
        while (quotes < 5 && accept(quote)) {
            ++quotes;
        }
        if (quotes >= 3) {
            return true;
        }
        if (quotes == 0 && m_text[m_at++] == '\\' && quote == '"' && !skipEscaped()) {
            return false;
        }
    }
    return refuse(begin, MessageId::OpenQuotes);
}

// The library checks whether the character after a backslash, and after the blanks and line ends
// that follow one, is a blank. Its check is undefined for most non-ASCII characters.
bool TomlCursor::skipEscaped()
{
    const std::size_t begin = m_at;
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
        ++m_at;
    }
    if (isBeyondAscii(peek())) {
        return refuse(m_at, MessageId::ForbiddenEscape);
    }
    if (m_at == begin && !atEnd()) {
        ++m_at;
    }
    return true;
}

}  // namespace quaywatch
