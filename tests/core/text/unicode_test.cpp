// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/unicode.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

TEST(Unicode, WidthOfACharacterIsThatOfItsKind)
{
    for (const char32_t narrow : {U'a', U'\u00E9', U'\u0416', U'\uFF61', U'\u2603'}) {
        EXPECT_EQ(columnWidth(narrow), 1U) << std::hex << static_cast<unsigned>(narrow);
    }
    // The last three came with Unicode 15.
    for (const char32_t wide : {U'\u1100', U'\u4E2D', U'\uAC00', U'\uFF21', U'\U0001F600',
                                U'\U00020000', U'\U0001FAE8', U'\U0001FAF8', U'\U00031350'}) {
        EXPECT_EQ(columnWidth(wide), 2U) << std::hex << static_cast<unsigned>(wide);
    }
    for (const char32_t mark : {U'\u0301', U'\u20DD', U'\u302A', U'\uFE20', U'\u0ECE',
                                U'\U00010EFD', U'\U00011F01', U'\U0001E08F'}) {
        EXPECT_EQ(columnWidth(mark), 0U) << std::hex << static_cast<unsigned>(mark);
        EXPECT_TRUE(isCombiningMark(mark)) << std::hex << static_cast<unsigned>(mark);
    }
}

TEST(Unicode, WhatDoesNotShowAsItselfIsNotPrintable)
{
    // Control, bidi, zero width, line separator, blanks, soft hyphen, filler, surrogate, private
    // use, variation selector, noncharacters, annotation, blank symbols, tag.
    for (const unsigned hidden : {0x1BU,    0x9BU,     0x202EU, 0x200BU, 0x2028U,  0xA0U,   0x3000U,
                                  0xADU,    0x3164U,   0xD800U, 0xE000U, 0xFE0FU,  0xFDD0U, 0xFFFEU,
                                  0x1FFFFU, 0x10FFFFU, 0xFFF9U, 0x2800U, 0x1D159U, 0xE0041U}) {
        EXPECT_FALSE(isPrintable(static_cast<char32_t>(hidden))) << std::hex << hidden;
    }
    for (const char32_t shown : {U' ', U'~', U'\u00A1', U'\u0301', U'\u4E2D', U'\U0001F600'}) {
        EXPECT_TRUE(isPrintable(shown)) << std::hex << static_cast<unsigned>(shown);
    }
}

}  // namespace
}  // namespace quaywatch
