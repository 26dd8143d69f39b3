// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {
namespace {

bool isMatch(std::string_view text, Port port)
{
    const auto filter = Filter::parse(text);
    if (!filter) {
        ADD_FAILURE() << text << ": " << filter.error().message;
        return false;
    }
    const std::vector<PortRange> matches = filter->vacantMatches();
    return std::any_of(matches.begin(), matches.end(),
                       [port](PortRange range) { return range.contains(port); });
}

TEST(FilterOfAVacantPort, MatchesItsPort)
{
    EXPECT_TRUE(isMatch("port:900-1023", 931));
    EXPECT_FALSE(isMatch("port:900-1023", 899));
    EXPECT_TRUE(isMatch("lport:931", 931));
    EXPECT_TRUE(isMatch("!port:931", 930));
    EXPECT_FALSE(isMatch("!port:931", 931));
    EXPECT_TRUE(isMatch("931", 931));
    EXPECT_TRUE(isMatch("", 931));
}

TEST(FilterOfAVacantPort, MatchesItsRegistryEntry)
{
    EXPECT_TRUE(isMatch("is:unassigned", 931));
    EXPECT_FALSE(isMatch("is:unassigned", 22));
    EXPECT_TRUE(isMatch("!is:unassigned", 22));
    EXPECT_TRUE(isMatch("is:well-known", 931));
    EXPECT_FALSE(isMatch("is:well-known", 8080));
    EXPECT_TRUE(isMatch("service:=ssh", 22));
    EXPECT_FALSE(isMatch("service:=ssh", 23));
    EXPECT_TRUE(isMatch("telnet", 23));
}

TEST(FilterOfAVacantPort, DoesNotMatchSocketFields)
{
    for (const std::string_view text :
         {"process:nc", "!process:nc", "state:listen", "!state:listen", "verdict:unexpected",
          "!is:unexpected", "is:listener", "proto:tcp", "!pid:1", "!addr:10.0.0.0/8", "rport:931",
          "!rport:80", "!nginx", "is:exposed,loopback"}) {
        EXPECT_FALSE(isMatch(text, 931)) << text;
    }
}

TEST(FilterOfAVacantPort, ReturnsMergedRangesInOrder)
{
    EXPECT_EQ(Filter().vacantMatches(), (std::vector<PortRange>{{0, 65535}}));
    EXPECT_EQ(Filter::parse("port:60000-65535,1000-1024 | 1025")->vacantMatches(),
              (std::vector<PortRange>{{1000, 1025}, {60000, 65535}}));
    EXPECT_EQ(Filter::parse("is:well-known")->vacantMatches(), (std::vector<PortRange>{{0, 1023}}));
    EXPECT_TRUE(Filter::parse("port:931 99999999")->vacantMatches().empty());
}

/// The answer for a port must not be applied to a range in which another port has a different
/// answer.
TEST(FilterOfAVacantPort, MatchesAPortInARangeAsItDoesAlone)
{
    for (const char* text : {"http", "is:unassigned", "!is:reserved 10", "is:well-known | x11",
                             "service:=ssh | port:5000-5010", "!port:49152", "5005 | !port:22"}) {
        for (const Port port : std::initializer_list<Port>{
                 0,    10,   21,   22,   23,   80,   931,   1023,  1024,  4999, 5000,
                 5005, 5010, 5011, 6000, 6063, 6064, 49151, 49152, 49153, 65535}) {
            const std::string alone = fmt::format("({}) port:{}", text, port);
            EXPECT_EQ(isMatch(text, port), isMatch(alone, port)) << alone;
        }
    }
}

TEST(FilterOfAVacantPort, DecidesWhereOneOperandDecides)
{
    EXPECT_TRUE(isMatch("process:nc | port:931", 931));
    EXPECT_FALSE(isMatch("process:nc port:931", 931));
    EXPECT_TRUE(isMatch("!(process:nc port:80)", 931));
    EXPECT_FALSE(isMatch("!(process:nc | port:931)", 931));
    EXPECT_TRUE(isMatch("is:exposed,unassigned", 931));
    EXPECT_FALSE(isMatch("!is:exposed,unassigned", 22));
}

}  // namespace
}  // namespace quaywatch
