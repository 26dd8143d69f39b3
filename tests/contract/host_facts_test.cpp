// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include <gtest/gtest.h>

#include <optional>

namespace quaywatch {
namespace {

TEST(CurrentUser, IsTheSameWithAndWithoutTheName)
{
    const CurrentUser named = readCurrentUser();
    const CurrentUser unnamed = readCurrentUserWithoutName();

    EXPECT_EQ(named.uid, unnamed.uid);
    EXPECT_EQ(named.isPrivileged, unnamed.isPrivileged);
    EXPECT_TRUE(unnamed.user.empty());
    if (named.uid == 0) {
        EXPECT_EQ(named.user, "root");
    }
}

TEST(FindNetworkDevice, TakesANameOrANumber)
{
    const std::optional<NetworkDevice> first = findNetworkDevice("1");
    ASSERT_TRUE(first);
    const std::optional<NetworkDevice> same = findNetworkDevice(*first->name);

    ASSERT_TRUE(same);
    EXPECT_EQ(same->index, 1U);
    for (const char* other : {"", "0", "no such device", "4294967295", "99999999999"}) {
        EXPECT_FALSE(findNetworkDevice(other)) << other;
    }
}

}  // namespace
}  // namespace quaywatch
