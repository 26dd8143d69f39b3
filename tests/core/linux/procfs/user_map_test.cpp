// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/user_map.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

constexpr const char* kWhole = "         0          0 4294967295\n";

TEST(UserMap, TakesEveryNumberAsItIsInTheFirstNamespace)
{
    const UserMap map(kWhole, "65534\n");

    EXPECT_EQ(map.userOf(0), 0U);
    EXPECT_EQ(map.userOf(65534), 65534U);
}

/// "unshare --map-current-user": every other user of the machine is reported as 65534.
TEST(UserMap, KnowsNoUserByTheOverflowNumberOfASmallerNamespace)
{
    const UserMap map("      1000       1000          1\n", "65534\n");

    EXPECT_EQ(map.userOf(1000), 1000U);
    EXPECT_EQ(map.userOf(65534), std::nullopt);
    EXPECT_EQ(UserMap("0 1000 1\n1 100000 65536\n", "65534\n").userOf(65534), std::nullopt)
        << "it may be the user of that number, or any other";
}

TEST(UserMap, FollowsTheSettingOfTheOverflowNumber)
{
    const UserMap map("0 1000 1\n", "99\n");

    EXPECT_EQ(map.userOf(99), std::nullopt);
    EXPECT_EQ(map.userOf(65534), 65534U);
}

TEST(UserMap, AddsUpRanges)
{
    EXPECT_EQ(UserMap("0 1 1\n1 0 1\n2 2 4294967293\n", "65534").userOf(65534), 65534U);
    EXPECT_EQ(UserMap("0 1 1\n1 0 1\n2 2 4294967292\n", "65534").userOf(65534), std::nullopt);
}

TEST(UserMap, KnowsNoUserByThatNumberWithoutAMap)
{
    for (const char* text : {"", "\n", "0 0", "a b c\n", "0 0 -1\n", "0 0 99999999999\n"}) {
        EXPECT_EQ(UserMap(text, "x").userOf(65534), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
