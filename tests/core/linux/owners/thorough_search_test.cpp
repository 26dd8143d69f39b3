// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_index.h"
#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using std::chrono::seconds;
using Inodes = std::vector<std::uint32_t>;
using Unheld = OwnerIndex::Unheld;

class ThoroughSearchTest : public testing::Test {
protected:
    void poll(const Inodes& inodes)
    {
        m_table = inodes;
        ASSERT_TRUE(m_index.update(inodes));
    }
    void search(const Inodes& inodes) { m_index.searchThroughout(inodes, m_table, m_now); }

    [[nodiscard]] std::string owners(std::uint32_t inode) const
    {
        std::string text;
        if (const auto& set = m_index.ownersOf(inode)) {
            for (const ProcessPtr& process : *set) {
                text += (text.empty() ? "" : ", ") + process->name + " " +
                        std::to_string(process->id.pid);
            }
        }
        return text;
    }

    test::FakeProc proc;
    OwnerIndex m_index{proc.open(), std::make_shared<UserNames>()};
    Inodes m_table;
    OwnerIndex::Clock::time_point m_now{seconds(1000)};
};

TEST_F(ThoroughSearchTest, FindsASocketInTheTableOfOneThread)
{
    proc.start(10, {1});
    proc.holdInThread(10, 11, {1, 2});
    poll({1, 2});
    EXPECT_EQ(owners(2), "");
    EXPECT_EQ(m_index.unheld(2), Unheld::New);
    EXPECT_EQ(m_index.unheldPlaces(), std::vector<std::size_t>{1});

    search({2});

    EXPECT_EQ(owners(1), "server 10");
    EXPECT_EQ(owners(2), "server 10");
    EXPECT_EQ(m_index.unheld(2), Unheld::No);
    EXPECT_FALSE(m_index.isConfirmedUnowned(2));
}

TEST_F(ThoroughSearchTest, KeepsItsOwnersAcrossFullScans)
{
    proc.start(10, {1});
    proc.holdInThread(10, 11, {2});
    poll({1, 2});
    search({2});

    for (unsigned round = 0; round <= OwnerIndex::kFullWalkEvery; ++round) {
        poll({1, 2});
        ASSERT_EQ(owners(2), "server 10") << round;
    }

    proc.holdInThread(10, 11, {});
    for (unsigned round = 0; round <= OwnerIndex::kFullWalkEvery; ++round) {
        poll({1, 2});
    }
    EXPECT_EQ(owners(2), "") << "the thread has closed it";
}

TEST_F(ThoroughSearchTest, FindsTheTableOfAThreadAfterTheFirstThreadHasEnded)
{
    proc.start(10, {});
    proc.holdInThread(10, 11, {1});
    proc.holdInThread(10, 12, {2});
    proc.endFirstThread(10);
    poll({1, 2});

    search({1, 2});

    EXPECT_EQ(owners(1), "server 10");
    EXPECT_EQ(owners(2), "server 10");
}

TEST_F(ThoroughSearchTest, ReportsASocketUnheldOnlyAfterSearchingThreads)
{
    proc.start(10, {1});
    poll({1, 2});
    EXPECT_FALSE(m_index.isConfirmedUnowned(2)) << "it may have been closed since then";
    poll({1, 2});
    EXPECT_EQ(m_index.unheld(2), Unheld::Listed);
    EXPECT_FALSE(m_index.isConfirmedUnowned(2));

    search({2});

    EXPECT_EQ(m_index.unheld(2), Unheld::Throughout);
    EXPECT_TRUE(m_index.isConfirmedUnowned(2));
    proc.hideOthers();
    EXPECT_FALSE(OwnerIndex(proc.open(), std::make_shared<UserNames>()).isConfirmedUnowned(2));
}

TEST_F(ThoroughSearchTest, SearchesAgainOnChangesAndOnceAMinute)
{
    proc.start(10, {1});
    poll({1, 2});
    search({2});

    m_now += seconds(59);
    proc.start(20, {}, "new");
    poll({1, 2});
    EXPECT_FALSE(m_index.isSearchDue(m_now)) << "a process appeared, but less than a minute ago";
    m_now += seconds(2);
    EXPECT_TRUE(m_index.isSearchDue(m_now));
    search({2});

    m_now += seconds(61);
    poll({1, 2});
    EXPECT_FALSE(m_index.isSearchDue(m_now)) << "nothing appeared";

    m_now += seconds(61);
    proc.holdInThread(10, 11, {2});
    poll({1, 2});
    EXPECT_TRUE(m_index.isSearchDue(m_now)) << "a thread appeared";
    search({2});
    EXPECT_EQ(owners(2), "server 10");
}

TEST_F(ThoroughSearchTest, HandlesAProcessThatEndsAndAReusedPid)
{
    proc.start(10, {1});
    proc.holdInThread(10, 11, {2});
    poll({1, 2});
    search({2});

    proc.start(10, {1}, "other", 200);
    poll({1, 2});
    poll({1, 2});  // losses since a table was read are still reported with that table

    EXPECT_EQ(owners(1), "other 10");
    EXPECT_EQ(owners(2), "");
}

}  // namespace
}  // namespace quaywatch::linux_backend
