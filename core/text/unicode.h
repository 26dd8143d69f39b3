// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// The result of one decoding step: a character, or invalid bytes.
struct DecodedCodePoint {
    /// Empty for invalid UTF-8: stray or missing continuation bytes, overlong forms, surrogates,
    /// values above U+10FFFF.
    std::optional<char32_t> character;
    /// Bytes consumed, at least 1. For invalid bytes: the longest valid beginning of a character,
    /// so that each is replaced by one U+FFFD, as the Unicode Standard (3.9) recommends.
    std::size_t size = 1;
};

/// Decodes the character at `position`, which must be inside `bytes`.
[[nodiscard]] DecodedCodePoint decodeUtf8(std::string_view bytes, std::size_t position) noexcept;

/// Appends the UTF-8 encoding of a Unicode scalar value.
void appendUtf8(std::string& out, char32_t character);

/// Whether a character is visible and unambiguous: false for control and format characters (bidi,
/// zero width, tags), line separators, blanks other than U+0020, fillers, variation selectors,
/// private use and noncharacters.
[[nodiscard]] bool isPrintable(char32_t character) noexcept;
/// Whether a text is valid UTF-8 and consists only of such characters.
[[nodiscard]] bool isPrintable(std::string_view text) noexcept;

/// Whether the character is drawn over the one before it and takes no column of its own.
[[nodiscard]] bool isCombiningMark(char32_t character) noexcept;

/// Terminal columns of a printable character: 0, 1 or 2.
[[nodiscard]] std::size_t columnWidth(char32_t character) noexcept;

}  // namespace quaywatch
