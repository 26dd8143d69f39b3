// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_text.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace quaywatch {

/// A place in a text of TOML that only goes forward, over what has the same form everywhere:
/// blanks, comments, line ends, texts in quotes. For TomlScan alone; the text must outlive it.
///
/// What returns false from a function that reads has refused something: error() then says what.
class TomlCursor {
public:
    /// Skips a byte order mark, as the library does: it takes no column.
    explicit TomlCursor(std::string_view text) noexcept;

    [[nodiscard]] std::size_t at() const noexcept { return m_at; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_text.size(); }
    [[nodiscard]] bool atLineEnd() const noexcept;
    /// Whether a text in quotes begins here; and whether it is one that may have several lines.
    [[nodiscard]] bool atQuote() const noexcept { return peek() == '"' || peek() == '\''; }
    [[nodiscard]] bool atLongQuote() const noexcept;
    /// Whether here is what can stand within quotes or in comments only: control characters and
    /// whatever is beyond ASCII.
    [[nodiscard]] bool atForbiddenCharacter() const noexcept;
    /// NUL behind the end. So is a NUL in the text, which is foreign everywhere.
    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept;
    [[nodiscard]] std::string_view since(std::size_t begin) const noexcept;

    bool accept(char c) noexcept;
    void skip(std::size_t bytes) noexcept { m_at += bytes; }
    bool acceptLineEnd() noexcept;
    void skipBlanks() noexcept;
    void skipComment() noexcept;  ///< Up to the line's end.

    /// A text between quotes or between three of them. The library judges its characters and
    /// escapes.
    [[nodiscard]] bool skipText() { return atLongQuote() ? skipLongText() : skipShortText(); }

    /// Remembers what is wrong at a place. Columns count characters, as the library's do.
    /// @return false
    bool refuse(std::size_t at, std::string_view sentence);
    /// The same at the current place. A forbidden character is reported instead, if there is one.
    bool refuseHere(std::string_view sentence);
    [[nodiscard]] const std::optional<BaselineError>& error() const noexcept { return m_error; }

private:
    bool skipShortText();
    bool skipLongText();
    bool skipEscaped();

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<BaselineError> m_error;
};

}  // namespace quaywatch
