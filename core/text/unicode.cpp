// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/unicode.h"

#include "core/text/unicode_tables.h"

#include <algorithm>
#include <array>

namespace quaywatch {
namespace {

using unicode_tables::Run;

template <std::size_t N>
bool isIn(const std::array<Run, N>& runs, char32_t character) noexcept
{
    const auto run = std::lower_bound(
        runs.begin(), runs.end(), character,
        [](const Run& candidate, char32_t wanted) { return candidate.last < wanted; });
    return run != runs.end() && run->first <= character;
}

/// What a lead byte allows (Unicode Standard, table 3-7): the size of the character and the range
/// of its second byte, which rules out overlong forms, surrogates and values past U+10FFFF.
struct Lead {
    std::size_t size = 0;  ///< 0: no lead byte
    unsigned char secondFirst = 0x80;
    unsigned char secondLast = 0xBF;
};

Lead leadOf(unsigned char byte) noexcept
{
    if (byte < 0xC2 || byte > 0xF4) {
        return {};
    }
    if (byte < 0xE0) {
        return {.size = 2};
    }
    if (byte < 0xF0) {
        return {.size = 3,
                .secondFirst = static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                .secondLast = static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    }
    return {.size = 4,
            .secondFirst = static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            .secondLast = static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

}  // namespace

DecodedCodePoint decodeUtf8(std::string_view bytes, std::size_t position) noexcept
{
    const auto first = static_cast<unsigned char>(bytes[position]);
    if (first < 0x80) {
        return {.character = first, .size = 1};
    }
    const Lead lead = leadOf(first);
    if (lead.size == 0) {
        return {};
    }
    char32_t character = first & (0xFFU >> (lead.size + 1));
    for (std::size_t i = 1; i < lead.size; ++i) {
        if (position + i >= bytes.size()) {
            return {.character = {}, .size = i};
        }
        const auto byte = static_cast<unsigned char>(bytes[position + i]);
        const bool isSecond = i == 1;
        if (byte < (isSecond ? lead.secondFirst : 0x80) ||
            byte > (isSecond ? lead.secondLast : 0xBF)) {
            return {.character = {}, .size = i};
        }
        character = character << 6U | (byte & 0x3FU);
    }
    return {.character = character, .size = lead.size};
}

void appendUtf8(std::string& out, char32_t character)
{
    const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
        return;
    }
    if (character < 0x800) {
        put(0xC0 | character >> 6U);
    } else {
        if (character < 0x10000) {
            put(0xE0 | character >> 12U);
        } else {
            put(0xF0 | character >> 18U);
            put(0x80 | (character >> 12U & 0x3F));
        }
        put(0x80 | (character >> 6U & 0x3F));
    }
    put(0x80 | (character & 0x3F));
}

bool isPrintable(char32_t character) noexcept
{
    // The last two code points of every plane are noncharacters.
    return (character & 0xFFFE) != 0xFFFE && !isIn(unicode_tables::kUnprintable, character);
}

bool isPrintable(std::string_view text) noexcept
{
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint step = decodeUtf8(text, at);
        if (!step.character || !isPrintable(*step.character)) {
            return false;
        }
        at += step.size;
    }
    return true;
}

bool isCombiningMark(char32_t character) noexcept
{
    return character >= unicode_tables::kMarks.front().first &&
           isIn(unicode_tables::kMarks, character);
}

std::size_t columnWidth(char32_t character) noexcept
{
    if (isCombiningMark(character)) {
        return 0;
    }
    return character >= unicode_tables::kWide.front().first &&
                   isIn(unicode_tables::kWide, character)
               ? 2
               : 1;
}

}  // namespace quaywatch
