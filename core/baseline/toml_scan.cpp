// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/toml_scan.h"

#include "core/baseline/parse_baseline.h"
#include "core/baseline/toml_cursor.h"
#include "core/message/message_list.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace quaywatch {
namespace {

/// Real files have no such line; in a hostile one, tables could nest deeper than the stack allows.
constexpr std::size_t kMaxLineBytes = std::size_t{32} * 1024;
constexpr std::ptrdiff_t kMaxDotsInALine = 250;
constexpr int kMaxDepth = 4;
/// The library goes back by as many characters as it read ahead, and stores only 127.
constexpr std::size_t kMaxPlainValue = 100;
constexpr std::size_t kDateSize = 10;

constexpr bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

constexpr bool isKeyCharacter(char c) noexcept
{
    return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

/// Whether the character can occur in a value without quotes.
constexpr bool isPlain(char c) noexcept
{
    return isKeyCharacter(c) || c == '+' || c == '.' || c == ':';
}

/// Whether a digit follows the T, if the value is long enough to be a day and a time.
constexpr bool hasTimeAfterT(std::string_view value) noexcept
{
    const bool hasT =
        value.size() > kDateSize && (value[kDateSize] == 'T' || value[kDateSize] == 't');
    return !hasT || (value.size() > kDateSize + 1 && isDigit(value[kDateSize + 1]));
}

std::optional<BaselineError> sizeErrorOf(std::string_view text)
{
    if (text.size() > kMaxBaselineBytes) {
        return BaselineError{0, 0, Message(MessageId::BaselineTooLarge)};
    }
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        ++number;
        if (line.size() > kMaxLineBytes ||
            std::count(line.begin(), line.end(), '.') > kMaxDotsInALine) {
            return BaselineError{number, 1, Message(MessageId::LineTooLong)};
        }
        begin = end + 1;
    }
    return std::nullopt;
}

/// Goes through a text once. Each function that reads an element begins at its first character and
/// ends after its last; false means that something was refused.
class TomlScan {
public:
    explicit TomlScan(std::string_view text) noexcept
        : m_cursor(text)
    {
    }

    std::optional<BaselineError> run()
    {
        while (!m_cursor.atEnd() && line()) {
        }
        return m_cursor.error();
    }

private:
    bool line()
    {
        m_cursor.skipBlanks();
        const char first = m_cursor.peek();
        const bool isEmpty = m_cursor.atEnd() || m_cursor.atLineEnd() || first == '#';
        if (!isEmpty && !(first == '[' ? header() : keyAndValue(0))) {
            return false;
        }
        m_cursor.skipBlanks();
        m_cursor.skipComment();
        return m_cursor.atEnd() || m_cursor.acceptLineEnd() ||
               m_cursor.refuseHere(MessageId::TextAfterEnd);
    }

    bool header()
    {
        const std::size_t brackets = m_cursor.peek(1) == '[' ? 2U : 1U;
        m_cursor.skip(brackets);
        if (!key()) {
            return false;
        }
        if (m_cursor.peek() != ']' || (brackets == 2 && m_cursor.peek(1) != ']')) {
            return m_cursor.refuseHere(MessageId::UnequalBrackets);
        }
        m_cursor.skip(brackets);
        return true;
    }

    bool key()
    {
        do {
            m_cursor.skipBlanks();
            if (!keyPart()) {
                return false;
            }
            m_cursor.skipBlanks();
        } while (m_cursor.accept('.'));
        return true;
    }

    bool keyPart()
    {
        const std::size_t begin = m_cursor.at();
        if (m_cursor.atLongQuote()) {
            return m_cursor.refuse(begin, MessageId::KeyOfSeveralLines);
        }
        if (m_cursor.atQuote()) {
            return m_cursor.skipText();
        }
        while (isKeyCharacter(m_cursor.peek())) {
            m_cursor.skip(1);
        }
        return m_cursor.at() > begin || m_cursor.refuseHere(MessageId::KeyMissing);
    }

    bool keyAndValue(int depth)
    {
        if (!key()) {
            return false;
        }
        if (!m_cursor.accept('=')) {
            return m_cursor.refuseHere(MessageId::EqualsSignMissing);
        }
        m_cursor.skipBlanks();
        return value(depth);
    }

    /// @param depth  Number of enclosing lists and inline tables.
    bool value(int depth)
    {
        if (m_cursor.atQuote()) {
            return m_cursor.skipText();
        }
        const bool isList = m_cursor.peek() == '[';
        if (!isList && m_cursor.peek() != '{') {
            return plainValue();
        }
        if (depth == kMaxDepth) {
            return m_cursor.refuse(m_cursor.at(), MessageId::NestedTooDeep);
        }
        m_cursor.skip(1);
        return isList ? restOfList(depth + 1) : restOfTable(depth + 1);
    }

    bool restOfList(int depth)
    {
        do {
            skipBlanksAndLines();
            if (m_cursor.accept(']')) {
                return true;
            }
            if (!value(depth)) {
                return false;
            }
            skipBlanksAndLines();
        } while (m_cursor.accept(','));
        return m_cursor.accept(']') || m_cursor.refuseHere(MessageId::CommaMissing);
    }

    void skipBlanksAndLines() noexcept
    {
        do {
            m_cursor.skipBlanks();
            m_cursor.skipComment();
        } while (m_cursor.acceptLineEnd());
    }

    bool restOfTable(int depth)
    {
        m_cursor.skipBlanks();
        if (m_cursor.accept('}')) {
            return true;
        }
        do {
            if (!keyAndValue(depth)) {
                return false;
            }
            m_cursor.skipBlanks();
        } while (m_cursor.accept(','));
        return m_cursor.accept('}') || m_cursor.refuseHere(MessageId::CommaMissing);
    }

    /// Skips a number, a date or a word; the library decides which of them it is, and whether it is
    /// valid. The library reads everything up to the next blank, comma or bracket as the value, and
    /// assumes that two digits follow if a day is followed by a time.
    bool plainValue()
    {
        const std::size_t begin = m_cursor.at();
        skipPlain();
        const std::string_view first = m_cursor.since(begin);
        const bool maybeDay = first.find('-') != std::string_view::npos && isDigit(first.front());
        bool isComplete = hasTimeAfterT(first);
        if (maybeDay && m_cursor.peek() == ' ' && isDigit(m_cursor.peek(1))) {
            m_cursor.skip(1);
            const std::size_t time = m_cursor.at();
            skipPlain();
            isComplete = isComplete && m_cursor.since(time).size() > 1;
        }
        const bool isEmpty = m_cursor.at() == begin;
        if (!endsValue()) {
            return isEmpty || m_cursor.atForbiddenCharacter()
                       ? m_cursor.refuseHere(MessageId::InvalidPlainValue)
                       : m_cursor.refuse(begin, MessageId::InvalidPlainValue);
        }
        if (isEmpty) {
            return m_cursor.refuseHere(MessageId::ValueMissing);
        }
        isComplete = isComplete && m_cursor.since(begin).size() <= kMaxPlainValue;
        return isComplete || m_cursor.refuse(begin, MessageId::InvalidPlainValue);
    }

    void skipPlain() noexcept
    {
        while (isPlain(m_cursor.peek())) {
            m_cursor.skip(1);
        }
    }

    [[nodiscard]] bool endsValue() const noexcept
    {
        return m_cursor.atEnd() || m_cursor.atLineEnd() ||
               std::string_view(" \t,]}#").find(m_cursor.peek()) != std::string_view::npos;
    }

    TomlCursor m_cursor;
};

}  // namespace

std::optional<BaselineError> findUnsafeSyntax(std::string_view text)
{
    std::optional<BaselineError> excess = sizeErrorOf(text);
    return excess ? excess : TomlScan(text).run();
}

}  // namespace quaywatch
