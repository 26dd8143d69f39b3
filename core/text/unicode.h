// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace quaywatch {

/// One step of decoding: a character, or bytes that are none.
struct DecodedCodePoint {
    /// Empty for bytes that are no UTF-8: stray or missing continuations, overlong forms,
    /// surrogates, anything past U+10FFFF.
    std::optional<char32_t> character;
    /// Bytes to go on by, at least 1. Of bad bytes: the longest start of a character there is, so
    /// that each stands for one U+FFFD, as the Unicode Standard (3.9) recommends.
    std::size_t size = 1;
};

/// Decodes the character at `position`, which must be inside `bytes`.
[[nodiscard]] DecodedCodePoint decodeUtf8(std::string_view bytes, std::size_t position) noexcept;

/// Appends the UTF-8 of a Unicode scalar value.
void appendUtf8(std::string& out, char32_t character);

/// Whether a character shows as itself and nothing else: false for control and format characters
/// (bidi, zero width, tags), line separators, blanks other than U+0020, fillers, variation
/// selectors, private use and noncharacters.
[[nodiscard]] bool isPrintable(char32_t character) noexcept;
/// Whether a text is valid UTF-8 of nothing but such characters.
[[nodiscard]] bool isPrintable(std::string_view text) noexcept;

/// Whether it is drawn over the character before it and takes no column.
[[nodiscard]] bool isCombiningMark(char32_t character) noexcept;

/// Columns a showable character takes in a terminal: 0, 1 or 2.
[[nodiscard]] std::size_t columnWidth(char32_t character) noexcept;

}  // namespace quaywatch
