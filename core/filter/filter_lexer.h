// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// A value of a filter's term, without quotes and escapes.
struct FilterValue {
    std::size_t position = 0;
    bool isExact = false;  ///< Preceded by `=`.
    std::string text;      ///< Never empty.
};

struct FilterToken {
    enum class Kind : std::uint8_t { End, Open, Close, Or, Not, Term };
    Kind kind = Kind::End;
    std::size_t position = 0;
    std::string_view key;             ///< For a Term, as written; empty for a bare word.
    std::vector<FilterValue> values;  ///< For a Term: one for a bare word, otherwise one or more.
};

/// Splits a filter's text, which must outlive it, into tokens.
class FilterLexer {
public:
    explicit FilterLexer(std::string_view text) noexcept
        : m_text(text)
    {
    }

    /// The next token; End in every call after the last one.
    [[nodiscard]] tl::expected<FilterToken, FilterError> next();

private:
    [[nodiscard]] tl::expected<FilterToken, FilterError> readTerm();
    [[nodiscard]] tl::expected<FilterValue, FilterError> readValue(bool isOfList);
    [[nodiscard]] std::string_view keyAhead() const;

    std::string_view m_text;
    std::size_t m_at = 0;
};

}  // namespace quaywatch
