// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/io_uring_files.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

using RingInodes = std::vector<std::uint32_t>;

TEST(RingFiles, AreSocketsOnlyWhereTheKernelNamesThem)
{
    EXPECT_EQ(parseRingSockets("pos:\t0\nSQEs:\t0\nCQEs:\t0\nSqThread:\t-1\nUserFiles:\t4\n"
                               "    0: socket:[51037]\n    2: /etc/passwd\n    3: socket:[7]\n"
                               "UserBufs:\t1\n    0: socket:[9]\nPollList:\n"),
              (RingInodes{51037, 7}));
    // Lines of other kernel releases, and file names that look similar.
    EXPECT_EQ(parseRingSockets("UserFiles:\t5\n    0: \n    1: <none>\n    2: /tmp/socket:[8]\n"
                               "    3: socket:[8] (deleted)\n    4: anon_inode:[io_uring]\n"),
              RingInodes{});
    EXPECT_EQ(parseRingSockets("UserFiles:\t1\nx0: socket:[8]\n    1: socket:[9]\n"), RingInodes{});
}

TEST(RingFiles, AreUnknownWhileTheRingIsBusy)
{
    EXPECT_EQ(parseRingSockets(""), std::nullopt);
    EXPECT_EQ(parseRingSockets("pos:\t0\nflags:\t02000002\nmnt_id:\t17\nino:\t51036\n"),
              std::nullopt);
}

TEST(RingFiles, AreUsedOnKernelsThatNameSocketsByPath)
{
    EXPECT_TRUE(doesNameRingSockets("6.18.44-fc"));
    EXPECT_TRUE(doesNameRingSockets("6.14-rc1"));
    EXPECT_TRUE(doesNameRingSockets("7.0.0"));
    for (const char* other : {"6.12.9-amd64", "6.13", "5.99.1", "", "6", "x.14", "6.x"}) {
        EXPECT_FALSE(doesNameRingSockets(other)) << other;
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
