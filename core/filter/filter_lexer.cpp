// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter_lexer.h"

#include "core/message/message_list.h"
#include "core/net/ip_address.h"

#include <algorithm>
#include <utility>

namespace quaywatch {
namespace {

constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

constexpr bool endsWord(char c) noexcept
{
    return isBlank(c) || c == '(' || c == ')' || c == '|';
}

constexpr bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

tl::expected<FilterToken, FilterError> FilterLexer::next()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at])) {
        ++m_at;
    }
    FilterToken token;
    token.position = m_at;
    if (m_at == m_text.size()) {
        return token;
    }
    switch (m_text[m_at]) {
        case '(':
            token.kind = FilterToken::Kind::Open;
            break;
        case ')':
            token.kind = FilterToken::Kind::Close;
            break;
        case '|':
            token.kind = FilterToken::Kind::Or;
            break;
        case '!':
            token.kind = FilterToken::Kind::Not;
            break;
        default:
            return readTerm();
    }
    ++m_at;
    return token;
}

/// The key of the term at the current position; empty for a bare word. An address of letters and
/// colons (dead:beef::1) is a word.
std::string_view FilterLexer::keyAhead() const
{
    const std::string_view rest = m_text.substr(m_at);
    const auto lengthUntil = [rest](auto isEnd) {
        const auto end = std::find_if(rest.begin(), rest.end(), isEnd);
        return static_cast<std::size_t>(end - rest.begin());
    };
    const std::size_t letters = lengthUntil([](char c) { return !isLetter(c); });
    if (letters == 0 || letters == rest.size() || rest[letters] != ':' ||
        IpNetwork::parse(rest.substr(0, lengthUntil(endsWord)))) {
        return {};
    }
    return rest.substr(0, letters);
}

tl::expected<FilterToken, FilterError> FilterLexer::readTerm()
{
    FilterToken token;
    token.kind = FilterToken::Kind::Term;
    token.position = m_at;
    token.key = keyAhead();
    const bool hasKey = !token.key.empty();
    m_at += hasKey ? token.key.size() + 1 : 0;
    while (true) {
        auto value = readValue(hasKey);
        if (!value) {
            return tl::unexpected(value.error());
        }
        if (value->text.empty()) {
            return filterFailure(value->position,
                                 hasKey ? Message(MessageId::FilterValueMissing, token.key)
                                        : Message(MessageId::WordMissing));
        }
        token.values.push_back(std::move(*value));
        if (!hasKey || m_at == m_text.size() || m_text[m_at] != ',') {
            return token;
        }
        ++m_at;
    }
}

/// @param isOfList  Whether a comma ends the value.
tl::expected<FilterValue, FilterError> FilterLexer::readValue(bool isOfList)
{
    FilterValue value;
    value.position = m_at;
    if (m_at < m_text.size() && m_text[m_at] == '=') {
        value.isExact = true;
        ++m_at;
    }
    constexpr std::size_t kNone = std::string_view::npos;
    std::size_t quote = kNone;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            quote = quote == kNone ? m_at : kNone;
            continue;
        }
        if (quote == kNone && (endsWord(c) || (isOfList && c == ','))) {
            break;
        }
        // Within quotes, \" and \\ mean the second character; elsewhere \ is an ordinary character.
        const char following = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (quote != kNone && c == '\\' && (following == '"' || following == '\\')) {
            ++m_at;
        }
        value.text += m_text[m_at];
    }
    if (quote != kNone) {
        return filterFailure(quote, Message(MessageId::OpenFilterQuote));
    }
    return value;
}

}  // namespace quaywatch
