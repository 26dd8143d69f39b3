// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/host_facts_parser.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

TEST(ParseNumber, ParsesASingleNumber)
{
    EXPECT_EQ(parseNumber("1024\n", 65535), 1024U);
    EXPECT_EQ(parseNumber("0", 65535), 0U);
}

TEST(ParseNumber, IsEmptyForAnythingElse)
{
    for (const char* text : {"", "\n", "x", "12x", "-1", "65536", "99999999999"}) {
        EXPECT_EQ(parseNumber(text, 65535), std::nullopt) << text;
    }
}

TEST(ParsePortPairLine, ParsesTheKernelFormat)
{
    EXPECT_EQ(parsePortPairLine("32768\t60999\n"), (PortRange{32768, 60999}));
}

TEST(ParsePortPairLine, IsEmptyForAnythingElse)
{
    for (const char* text : {"", "32768", "60999 32768", "1 2 3", "a b"}) {
        EXPECT_EQ(parsePortPairLine(text), std::nullopt) << text;
    }
}

TEST(ParsePortList, ParsesPortsAndRanges)
{
    EXPECT_EQ(parsePortList("8080,9148-9150\n"),
              (std::vector<PortRange>{{8080, 8080}, {9148, 9150}}));
}

TEST(ParsePortList, IsEmptyForTheKernelsEmptyLine)
{
    EXPECT_TRUE(parsePortList("\n").empty());
}

TEST(ParsePortList, OmitsInvalidItems)
{
    EXPECT_EQ(parsePortList(",8080,x,9-8,,70000,-,1-"), (std::vector<PortRange>{{8080, 8080}}));
}

TEST(ParseEffectiveCapabilities, FindsItsLine)
{
    EXPECT_EQ(
        parseEffectiveCapabilities("Name:\tx\nCapPrm:\t01\nCapEff:\t0000000000080020\nCapBnd:"),
        0x80020U);
}

TEST(ParseEffectiveCapabilities, IsEmptyWithoutOne)
{
    EXPECT_EQ(parseEffectiveCapabilities("Name:\tCapEff:\t1\n"), std::nullopt);
    EXPECT_EQ(parseEffectiveCapabilities("Name:\tx\nCapEff:\tzz\n"), std::nullopt);
}

}  // namespace
}  // namespace quaywatch::linux_backend
