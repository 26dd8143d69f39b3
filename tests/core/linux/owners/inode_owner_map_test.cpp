// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/inode_owner_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using Processes = std::set<std::uint32_t>;

Processes holdersOf(const InodeOwnerMap& map, std::uint32_t inode)
{
    const InodeOwnerMap::Holder holder = map.find(inode);
    if (holder.isUnowned()) {
        return {};
    }
    if (!holder.isShared()) {
        return {holder.process()};
    }
    const auto processes = map.processesOf(holder);
    EXPECT_GT(processes.size(), 1U);
    return {processes.begin(), processes.end()};
}

TEST(InodeOwnerMap, MatchesAPlainMapUnderRandomChanges)
{
    std::mt19937 random(931);
    InodeOwnerMap map;
    std::map<std::uint32_t, Processes> plain;
    for (int step = 0; step < 20000; ++step) {
        const auto inode = static_cast<std::uint32_t>(random() % 500 * 64 + 1);
        const auto process = static_cast<std::uint32_t>(random() % 4);
        if (plain[inode].contains(process)) {
            map.remove(inode, process);
            plain[inode].erase(process);
        } else {
            map.add(inode, process);
            plain[inode].insert(process);
        }
    }

    for (const auto& [inode, processes] : plain) {
        EXPECT_EQ(holdersOf(map, inode), processes) << inode;
    }
    EXPECT_EQ(holdersOf(map, 2), Processes{});
    EXPECT_FALSE(map.find(0).isKnown());
}

TEST(InodeOwnerMap, DistinguishesUnheldFromUnsearchedSockets)
{
    InodeOwnerMap map;

    EXPECT_FALSE(map.list(7, 1).isKnown());
    map.markUnowned(7);
    EXPECT_TRUE(map.find(7).isKnown());
    EXPECT_TRUE(map.find(7).isUnowned());

    map.add(7, 3);
    EXPECT_EQ(holdersOf(map, 7), Processes{3});
    map.markUnowned(7);
    EXPECT_EQ(holdersOf(map, 7), Processes{3}) << "a known holder is not replaced";
    map.remove(7, 3);
    EXPECT_FALSE(map.find(7).isKnown());
}

TEST(InodeOwnerMap, CountsSocketsThatLeftTheTable)
{
    InodeOwnerMap map;
    for (const std::uint32_t inode : {1U, 2U, 3U, 4U}) {
        map.add(inode, inode + 10);
    }
    for (const std::uint32_t inode : {1U, 2U, 3U}) {
        map.list(inode, 1);
    }
    map.list(1, 2);
    map.forgetListing(3);

    std::vector<std::pair<std::uint32_t, std::uint32_t>> closed;
    map.forEachGone(2, [&](std::uint32_t inode, std::uint32_t process) {
        closed.emplace_back(inode, process);
    });

    EXPECT_EQ(closed, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{2, 12}}));
}

TEST(InodeOwnerMap, DropsUnusedEntriesAsItGrows)
{
    InodeOwnerMap map;
    for (std::uint32_t inode = 1; inode <= 100000; ++inode) {
        map.list(inode, inode / 100 + 1);
        map.add(inode, 5);
        map.remove(inode, 5);
    }

    EXPECT_LT(map.capacity(), 2000U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
