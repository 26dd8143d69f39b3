// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/display_text.h"

#include "core/text/unicode.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {
namespace {

using namespace std::string_literals;

/// Problematic bytes and characters, chosen at random.
std::string hostileText(std::mt19937& random)
{
    static const std::vector<std::string> kPieces{
        "a",        "nginx",        " ",        "\\n",
        "\n",       "\x1b[31m",     "\0"s,      "\x7f",
        "\xc2\x85", "\u202e",       "\u200b",   "\u2028",
        "\ufeff",   "\u0301",       "é",        "中",
        "😀",        "\U000E0041",   "\uE000",   "\xff",
        "\xc0\xaf", "\xed\xa0\x80", "\xe2\x80", "\xf4\x90\x80\x80",
        "\u3000",   "\u00ad",       "<b>",      "…"};
    std::string text;
    for (std::size_t count = random() % 40; count != 0; --count) {
        if (random() % 8 == 0) {
            text += static_cast<char>(random() % 256);
        } else {
            text += kPieces[random() % kPieces.size()];
        }
    }
    return text;
}

TEST(DisplayText, KeepsPlainText)
{
    EXPECT_EQ(displayText("nc -l -p 931 <b>'\"&"), "nc -l -p 931 <b>'\"&");
    EXPECT_EQ(displayText("Grüße 中文 😀"), "Grüße 中文 😀");
    EXPECT_EQ(displayText(""), "");
}

TEST(DisplayText, KeepsABackslash)
{
    EXPECT_EQ(displayText(R"(dev-sda\x2dpart1 C:\new \\)"), R"(dev-sda\x2dpart1 C:\new \\)");
}

TEST(DisplayText, EscapesControlCharacters)
{
    EXPECT_EQ(displayText("a\nb\rc\td\x1b[31m"), R"(a\nb\rc\td\e[31m)");
    EXPECT_EQ(displayText("a\0b\x01\x7f"s), R"(a\u0000b\u0001\u007F)");
    EXPECT_EQ(displayText("a\xc2\x85\xc2\x9b"), R"(a\u0085\u009B)");
}

TEST(DisplayText, EscapesFormatAndLineCharacters)
{
    EXPECT_EQ(displayText("a\u202etxt\u2066"), R"(a\u202Etxt\u2066)");
    EXPECT_EQ(displayText("s\u200bsh\ufeff\u2060"), R"(s\u200Bsh\uFEFF\u2060)");
    EXPECT_EQ(displayText("a\u2028b\u2029"), R"(a\u2028b\u2029)");
    EXPECT_EQ(displayText("a\U000E0041\U0001D173"), R"(a\u{E0041}\u{1D173})");
}

TEST(DisplayText, EscapesLookalikeBlanksAndPrivateCharacters)
{
    EXPECT_EQ(displayText("a\u00a0\u3000\u2800\u3164b"), R"(a\u00A0\u3000\u2800\u3164b)");
    EXPECT_EQ(displayText("\ue000\U000F0000\ufffe\U0010FFFF"),
              R"(\uE000\u{F0000}\uFFFE\u{10FFFF})");
}

TEST(DisplayText, EscapesInvalidUtf8)
{
    EXPECT_EQ(displayText("a\xff"
                          "b\x80"),
              R"(a\xFFb\x80)");
    EXPECT_EQ(displayText("\xc0\xaf\xe0\x80\xaf"), R"(\xC0\xAF\xE0\x80\xAF)");  // overlong
    EXPECT_EQ(displayText("\xed\xa0\x80"), R"(\xED\xA0\x80)");                  // a surrogate
    EXPECT_EQ(displayText("\xf4\x90\x80\x80"), R"(\xF4\x90\x80\x80)");          // past the end
    EXPECT_EQ(displayText("\xe4\xb8"), R"(\xE4\xB8)");                          // truncated
    EXPECT_EQ(displayText("\xe4\xb8x"), R"(\xE4\xB8x)");
}

TEST(DisplayText, AllowsALimitedNumberOfAccents)
{
    EXPECT_EQ(displayText("e\u0301\u0323"), "e\u0301\u0323");
    EXPECT_EQ(displayText("e\u0301\u0301\u0301\u0301\u0301"), "e\u0301\u0301\u0301\u0301\\u0301");
}

TEST(DisplayText, EscapesAnAccentWithoutALetter)
{
    EXPECT_EQ(displayText("\u0301a"), "\\u0301a");
    EXPECT_EQ(displayText("\n\u0301"), "\\n\\u0301");
}

TEST(DisplayText, TruncatesLongTextWithAnEllipsis)
{
    EXPECT_EQ(displayText("abcdefgh", 8), "abcdefgh");
    EXPECT_EQ(displayText("abcdefghi", 8), "abcde…");
    EXPECT_EQ(displayText("abc", 2), "");
    EXPECT_EQ(displayText("abcd", 3), "…");
}

TEST(DisplayText, NeverTruncatesWithinACharacterAnEscapeOrAnAccent)
{
    EXPECT_EQ(displayText("abcd中ef", 8), "abcd…");
    EXPECT_EQ(displayText("ab\u202e-----", 9), "ab…");
    EXPECT_EQ(displayText("abcde\u0301fgh", 9), "abcd…");
}

TEST(DisplayText, IsAlwaysPrintableAndWithinItsLimit)
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        const std::string bytes = hostileText(random);
        const std::size_t limit = random() % 64;

        const std::string cut = displayText(bytes, limit);
        const std::string full = fullDisplayText(bytes);

        EXPECT_LE(cut.size(), limit);
        EXPECT_TRUE(isPrintable(cut)) << cut;
        EXPECT_TRUE(isPrintable(full)) << full;
        EXPECT_EQ(fullDisplayText(full), full);
        EXPECT_TRUE(full.size() > limit || cut == full);
    }
}

TEST(DisplayWidth, CountsColumns)
{
    EXPECT_EQ(displayWidth("nginx"), 5U);
    EXPECT_EQ(displayWidth("é"), 1U);
    EXPECT_EQ(displayWidth("e\u0301"), 1U);
    EXPECT_EQ(displayWidth("中文"), 4U);
    EXPECT_EQ(displayWidth("한국"), 4U);
    EXPECT_EQ(displayWidth("😀"), 2U);
    EXPECT_EQ(displayWidth("–…×"), 3U);
}

TEST(CutToWidth, KeepsTextThatFits)
{
    EXPECT_EQ(cutToWidth("nginx", 5), "nginx");
    EXPECT_EQ(cutToWidth("nginx", 4), "ngi…");
    EXPECT_EQ(cutToWidth("nginx", 1), "…");
    EXPECT_EQ(cutToWidth("nginx", 0), "");
    EXPECT_EQ(cutToWidth("中文字", 4), "中…");
    EXPECT_EQ(cutToWidth("e\u0301xyz", 3), "e\u0301x…");
}

TEST(Utf8, DecodesEncodedCharacters)
{
    for (char32_t character = 0; character <= 0x10FFFF; character += character < 0x900 ? 1 : 61) {
        if (character >= 0xD800 && character < 0xE000) {
            continue;
        }
        std::string bytes;
        appendUtf8(bytes, character);

        const DecodedCodePoint step = decodeUtf8(bytes, 0);

        ASSERT_EQ(step.character, character);
        ASSERT_EQ(step.size, bytes.size());
    }
}

}  // namespace
}  // namespace quaywatch
