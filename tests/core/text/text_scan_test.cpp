// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/text_scan.h"

#include <gtest/gtest.h>

namespace quaywatch {
namespace {

TEST(ParseUnsigned, AcceptsAWholeNumber)
{
    EXPECT_EQ(parseUnsigned<std::uint16_t>("0"), 0U);
    EXPECT_EQ(parseUnsigned<std::uint16_t>("00931"), 931U);
    EXPECT_EQ(parseUnsigned<std::uint16_t>("65535"), 65'535U);
    EXPECT_EQ(parseUnsigned<std::uint64_t>("fF", 16), 255U);
}

TEST(ParseUnsigned, RejectsOtherText)
{
    for (const char* text : {"", " 1", "1 ", "+1", "-1", "1.0", "0x1", "65536", "99999999999999"}) {
        EXPECT_EQ(parseUnsigned<std::uint16_t>(text), std::nullopt) << text;
    }
    EXPECT_EQ(parseUnsigned<std::uint16_t>(std::string_view{}), std::nullopt);
}

TEST(ParseUnsigned, HasALimit)
{
    EXPECT_EQ(parseUnsignedUpTo(32, "32"), 32U);
    EXPECT_EQ(parseUnsignedUpTo(32, "33"), std::nullopt);
}

TEST(Strip, RemovesSurroundingBlanks)
{
    EXPECT_EQ(strip(" \t a b\r\n"), "a b");
    EXPECT_EQ(strip("(-a-)", "()-"), "a");
    EXPECT_EQ(strip(" \n"), "");
    EXPECT_EQ(strip(""), "");
}

}  // namespace
}  // namespace quaywatch
