// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/host/host_facts.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace quaywatch
