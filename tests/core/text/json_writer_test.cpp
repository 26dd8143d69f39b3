// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/json_writer.h"

#include "core/text/unicode.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>

namespace quaywatch {
namespace {

using nlohmann::json;

template <class T>
std::string printed(const T& value)
{
    std::string out;
    JsonWriter(out).value(value);
    return out;
}

TEST(JsonWriter, WritesCommasAndNests)
{
    std::string out;
    JsonWriter writer(out);

    writer.beginObject().member("a", 1).key("b").beginArray().value(true).null().value("x");
    writer.beginObject().endObject().beginArray().endArray().endArray();
    writer.key("c").raw("[1]").member("d", false).endObject();

    EXPECT_EQ(out, R"({"a":1,"b":[true,null,"x",{},[]],"c":[1],"d":false})");
}

TEST(JsonWriter, PrintsNumbersInFull)
{
    EXPECT_EQ(printed(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
    EXPECT_EQ(printed(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
    EXPECT_EQ(printed(std::uint16_t{931}), "931");
    EXPECT_EQ(printed(0), "0");
}

TEST(JsonWriter, PrintsAnEmptyOptionalAsNull)
{
    EXPECT_EQ(printed(std::optional<std::uint32_t>()), "null");
    EXPECT_EQ(printed(std::optional<std::uint32_t>(7)), "7");
    EXPECT_EQ(printed(std::optional<std::string>("ssh")), "\"ssh\"");
    EXPECT_EQ(printed(std::optional<bool>(false)), "false");
}

TEST(JsonWriter, EscapesJsonCharacters)
{
    EXPECT_EQ(printed("\"\\\n\r\t\b\x1b/"), R"("\"\\\n\r\t\u0008\u001b/")");
}

TEST(JsonWriter, EscapesTerminalControlCharacters)
{
    EXPECT_EQ(printed("\x7f\xc2\x9b\u202e\u2028\ufeff"), R"("\u007f\u009b\u202e\u2028\ufeff")");
    EXPECT_EQ(printed("\U000E0041"), R"("\udb40\udc41")");
}

TEST(JsonWriter, ReplacesInvalidUtf8)
{
    EXPECT_EQ(printed("a\xff"
                      "b"),
              "\"a\uFFFDb\"");
    EXPECT_EQ(printed("\xe4\xb8"), "\"\uFFFD\"");
    EXPECT_EQ(printed("\xc0\xaf"), "\"\uFFFD\uFFFD\"");
    EXPECT_EQ(printed("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");
}

TEST(JsonWriter, RoundTripsCharactersThroughAParser)
{
    for (char32_t character = 0; character <= 0x10FFFF; character += character < 0x100 ? 1 : 61) {
        if (character >= 0xD800 && character < 0xE000) {
            continue;
        }
        std::string text = "<";
        appendUtf8(text, character);

        ASSERT_EQ(json::parse(printed(text)).get<std::string>(), text) << std::uint32_t{character};
    }
}

TEST(JsonWriter, IsValidForAnyBytes)
{
    std::mt19937 random{931};
    for (int round = 0; round < 500; ++round) {
        std::string bytes(random() % 24, ' ');
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 2 == 0 ? random() : 0xC0 + random() % 64);
        }

        ASSERT_TRUE(json::accept(printed(bytes)));
    }
}

}  // namespace
}  // namespace quaywatch
