// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_error.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace quaywatch {

/// A position in a TOML text that only moves forward, over elements that have the same form
/// everywhere: blanks, comments, line ends, quoted texts. For TomlScan only; the text must outlive
/// it.
///
/// A function that reads returns false if it refused something; error() then describes it.
class TomlCursor {
public:
    /// Skips a byte order mark, as the library does: it has no column.
    explicit TomlCursor(std::string_view text) noexcept;

    [[nodiscard]] std::size_t at() const noexcept { return m_at; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_text.size(); }
    [[nodiscard]] bool atLineEnd() const noexcept;
    /// Whether a quoted text begins here; and whether it is one that may have several lines.
    [[nodiscard]] bool atQuote() const noexcept { return peek() == '"' || peek() == '\''; }
    [[nodiscard]] bool atLongQuote() const noexcept;
    /// Whether the character here is allowed only within quotes or in comments: a control character
    /// or a non-ASCII one.
    [[nodiscard]] bool atForbiddenCharacter() const noexcept;
    /// NUL after the end. A NUL in the text gives the same value; it is not allowed anywhere.
    [[nodiscard]] char peek(std::size_t ahead = 0) const noexcept;
    [[nodiscard]] std::string_view since(std::size_t begin) const noexcept;

    bool accept(char c) noexcept;
    void skip(std::size_t bytes) noexcept { m_at += bytes; }
    bool acceptLineEnd() noexcept;
    void skipBlanks() noexcept;
    void skipComment() noexcept;  ///< Up to the end of the line.

    /// Skips a text between single or triple quotes. The library checks its characters and escapes.
    [[nodiscard]] bool skipText() { return atLongQuote() ? skipLongText() : skipShortText(); }

    /// Stores an error and its position. Columns count characters, as the library's do.
    /// @return false
    bool refuse(std::size_t at, MessageId why);
    /// Does the same at the current position. If a forbidden character is there, reports that
    /// instead.
    bool refuseHere(MessageId why);
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
