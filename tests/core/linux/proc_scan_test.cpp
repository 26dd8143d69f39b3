// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/proc_scan.h"

#include "core/linux/inode_map.h"

#include "tests/support/fake_proc.h"

#include <gtest/gtest.h>

#include <sys/resource.h>

namespace quaywatch::linux_backend {
namespace {

TEST(ProcScan, TakesTheInodeOfASocketLinkAndNothingElse)
{
    EXPECT_EQ(parseSocketLink("socket:[12345]"), 12345U);
    EXPECT_EQ(parseSocketLink("socket:[4294967295]"), 4294967295U);
    for (const char* other : {"", "socket:[", "socket:[]", "socket:[1", "socket:[1x]",
                              "socket:[-1]", "socket:[4294967296]", "pipe:[12345]",
                              "/tmp/socket:[12345]", "socket:[12345] (deleted)"}) {
        EXPECT_EQ(parseSocketLink(other), std::nullopt) << other;
    }
}

TEST(ProcScan, CallsAProcessGoneOnlyWhenItHasEnded)
{
    const test::FakeProc fake;
    fake.start(10, {1});
    const UniqueFd proc = fake.open();
    std::vector<std::uint32_t> inodes;
    EXPECT_EQ(scanSocketInodes(proc.get(), 10, inodes), FdScan::Read);
    EXPECT_EQ(scanSocketInodes(proc.get(), 11, inodes), FdScan::Gone);

    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    const rlimit none{0, before.rlim_max};
    setrlimit(RLIMIT_NOFILE, &none);
    const FdScan withoutDescriptors = scanSocketInodes(proc.get(), 10, inodes);
    setrlimit(RLIMIT_NOFILE, &before);

    EXPECT_EQ(withoutDescriptors, FdScan::Hidden);
    EXPECT_EQ(inodes, std::vector<std::uint32_t>{1});
}

TEST(ProcScan, FindsTheSocketsOfAProcessWhoseFirstThreadHasEnded)
{
    const test::FakeProc fake;
    fake.start(10, {});
    std::filesystem::create_directories(fake.path("10/task/10/fd"));
    std::filesystem::create_directories(fake.path("10/task/11/fd"));
    std::filesystem::create_symlink("socket:[7]", fake.path("10/task/11/fd/3"));
    std::vector<std::uint32_t> inodes;

    EXPECT_EQ(scanSocketInodes(fake.open().get(), 10, inodes), FdScan::Read);

    EXPECT_EQ(inodes, std::vector<std::uint32_t>{7});
}

TEST(InodeMap, FindsWhatWasInsertedAndNothingElse)
{
    InodeMap map;
    EXPECT_EQ(map.find(1), std::nullopt);
    map.reset(1000);
    for (std::uint32_t inode = 1; inode <= 1000; ++inode) {
        map.insert(inode * 64, inode);
    }
    for (std::uint32_t inode = 1; inode <= 1000; ++inode) {
        EXPECT_EQ(map.find(inode * 64), inode);
        EXPECT_EQ(map.find(inode * 64 + 1), std::nullopt);
    }
    EXPECT_EQ(map.insert(64, 7), 1U) << "a known inode keeps its number";
    EXPECT_EQ(map.find(0), std::nullopt);
}

}  // namespace
}  // namespace quaywatch::linux_backend
