// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter.h"

#include <gtest/gtest.h>

#include <string_view>

namespace quaywatch {
namespace {

bool isMatch(std::string_view text, Port port)
{
    const auto filter = Filter::parse(text);
    if (!filter) {
        ADD_FAILURE() << text << ": " << filter.error().message;
        return false;
    }
    return filter->matchesVacant(port);
}

TEST(FilterOfAVacantPort, KnowsItsNumber)
{
    EXPECT_TRUE(isMatch("port:900-1023", 931));
    EXPECT_FALSE(isMatch("port:900-1023", 899));
    EXPECT_TRUE(isMatch("lport:931", 931));
    EXPECT_TRUE(isMatch("!port:931", 930));
    EXPECT_FALSE(isMatch("!port:931", 931));
    EXPECT_TRUE(isMatch("931", 931));
    EXPECT_TRUE(isMatch("", 931));
}

TEST(FilterOfAVacantPort, KnowsWhatTheRegistrySays)
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

TEST(FilterOfAVacantPort, LeavesOutWhatOnlyASocketHas)
{
    for (const std::string_view text :
         {"process:nc", "!process:nc", "state:listen", "!state:listen", "verdict:unexpected",
          "!is:unexpected", "is:listener", "proto:tcp", "!pid:1", "!addr:10.0.0.0/8", "rport:931",
          "!rport:80", "!nginx", "is:exposed,loopback"}) {
        EXPECT_FALSE(isMatch(text, 931)) << text;
    }
}

TEST(FilterOfAVacantPort, DecidesWhatOneSideDecides)
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
