// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/owner_index.h"

#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

class OwnerIndexTest : public testing::Test {
protected:
    /// One poll of a table with these sockets, in ascending order.
    void poll(const std::vector<std::uint32_t>& inodes)
    {
        const Result<void> updated = m_index.update(inodes);
        ASSERT_TRUE(updated) << describe(updated.error());
    }

    /// The names and pids of a socket's owners, such as "server 10, worker 11".
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
};

TEST_F(OwnerIndexTest, FindsEveryOwnerOfASharedSocket)
{
    proc.start(10, {1, 2});
    proc.start(11, {2, 3}, "worker");

    poll({1, 2, 3, 4});

    EXPECT_EQ(owners(1), "server 10");
    EXPECT_EQ(owners(2), "server 10, worker 11");
    EXPECT_EQ(owners(3), "worker 11");
    EXPECT_EQ(owners(4), "");
}

TEST_F(OwnerIndexTest, NamesNoProgramThatStartedAfterTheDescriptorsWereRead)
{
    proc.start(10, {1}, "systemd");
    proc.start(11, {1}, "systemd", 100, /*parent=*/10);
    const std::atomic<bool> isTableRead{false};
    m_index.walkAhead(isTableRead);

    proc.start(11, {}, "generator", 100,
               /*parent=*/10);  // exec(): the same process with other descriptors
    poll({1});

    EXPECT_EQ(owners(1), "systemd 10");
}

TEST_F(OwnerIndexTest, NamesNoProgramThatStartedInAProcessWhoseParentHasEnded)
{
    proc.start(10, {1}, "systemd");
    proc.start(12, {1}, "systemd", 100, /*parent=*/11);
    const std::atomic<bool> isTableRead{false};
    m_index.walkAhead(isTableRead);

    proc.start(12, {}, "generator", 100, /*parent=*/11);
    poll({1});

    EXPECT_EQ(owners(1), "systemd 10");
}

TEST_F(OwnerIndexTest, FindsTheParentThatOpenedTheSocketOfANewProcess)
{
    proc.start(10, {1}, "manager");
    proc.start(20, {2}, "other");
    poll({1, 2});

    proc.hold(10, {1, 3});
    proc.start(30, {3}, "service", 200, /*parent=*/10);
    poll({1, 2, 3});

    EXPECT_EQ(owners(3), "manager 10, service 30");
}

TEST_F(OwnerIndexTest, FindsTheParentOfANewProcessThatWasScannedAhead)
{
    proc.start(10, {1}, "manager");
    poll({1});

    proc.hold(10, {1, 3});
    proc.start(30, {3}, "service", 200, /*parent=*/10);
    const std::atomic<bool> isTableRead{false};
    m_index.walkAhead(isTableRead);
    poll({1, 3});

    EXPECT_EQ(owners(3), "manager 10, service 30");
}

TEST_F(OwnerIndexTest, NamesAProcessThatEndsOnlyIfItIsTheSoleHolder)
{
    proc.start(10, {1}, "manager");
    proc.start(11, {1, 2}, "child");
    proc.beginExit(11);

    poll({1, 2});

    EXPECT_EQ(owners(1), "manager 10");
    EXPECT_EQ(owners(2), "ending 11");
}

TEST_F(OwnerIndexTest, KeepsAHolderThatRunsAnotherProgram)
{
    proc.start(10, {1}, "systemd");
    proc.start(11, {1}, "server");

    poll({1});

    EXPECT_EQ(owners(1), "systemd 10, server 11");
}

TEST_F(OwnerIndexTest, KeepsOwnersApartWhenAProcessWithoutSocketsEnds)
{
    proc.start(10, {}, "sleep");
    proc.start(20, {1}, "first");
    proc.start(30, {2}, "second");
    poll({1, 2});

    proc.end(10);
    proc.start(20, {1}, "renamed");  // causes the owners to be collected again
    poll({1, 2});

    EXPECT_EQ(owners(1), "renamed 20");
    EXPECT_EQ(owners(2), "second 30");
}

TEST_F(OwnerIndexTest, FindsASocketOpenedByAKnownProcess)
{
    proc.start(10, {1});
    poll({1});

    proc.hold(10, {1, 2});
    poll({1, 2});

    EXPECT_EQ(owners(2), "server 10");
}

TEST_F(OwnerIndexTest, FindsASocketThatReusedADescriptor)
{
    proc.start(10, {1, 2});
    poll({1, 2});

    proc.replace(10, 1, 7);
    poll({2, 7});

    EXPECT_EQ(owners(7), "server 10");
    EXPECT_EQ(owners(1), "");
}

TEST_F(OwnerIndexTest, FindsASocketThatReusesADescriptorOnePollLater)
{
    proc.start(10, {1, 2});
    proc.start(11, {3}, "worker");
    poll({1, 2, 3});
    proc.replace(10, 1, std::nullopt);
    proc.replace(11, 3, 4);
    poll({2, 4});
    ASSERT_EQ(owners(4), "worker 11");

    proc.replace(10, 1, 7);
    poll({2, 4, 7});

    EXPECT_EQ(owners(7), "server 10");
}

TEST_F(OwnerIndexTest, KeepsAnOpenSocketThatLeftTheTable)
{
    proc.start(10, {1, 2});
    poll({1, 2});

    proc.hold(10, {1, 2, 3});  // causes a search for socket 1, which finds nothing
    poll({2, 3});
    poll({1, 2, 3});

    EXPECT_EQ(owners(1), "server 10");
    EXPECT_EQ(owners(3), "server 10");
}

TEST_F(OwnerIndexTest, FindsEveryOwnerOfANewSharedSocket)
{
    proc.start(10, {1});
    proc.start(11, {2}, "worker");
    poll({1, 2});

    proc.hold(10, {1, 5});
    proc.start(12, {5}, "child");
    poll({1, 2, 5});
    for (unsigned i = 0; i < OwnerIndex::kFullWalkEvery; ++i) {
        poll({1, 2, 5});
    }

    EXPECT_EQ(owners(5), "server 10, child 12");
}

TEST_F(OwnerIndexTest, FindsAPassedSocketDespiteHiddenProcesses)
{
    proc.start(10, {1});
    proc.start(11, {}, "worker");
    proc.hideOthers();
    OwnerIndex restricted(proc.open(), std::make_shared<UserNames>());
    const std::vector<std::uint32_t> inodes{1, 2};
    ASSERT_TRUE(restricted.update(std::span(inodes).first(1)));

    proc.hold(11, {2});
    for (unsigned i = 0; i < OwnerIndex::kFullWalkEvery; ++i) {
        ASSERT_TRUE(restricted.update(inodes));
    }

    ASSERT_TRUE(restricted.ownersOf(2));
    EXPECT_EQ(restricted.ownersOf(2)->front()->name, "worker");
}

TEST_F(OwnerIndexTest, ForgetsAnOwnerThatEnded)
{
    proc.start(10, {1});
    proc.start(11, {1}, "worker");
    poll({1});

    proc.end(10);
    poll({1});

    EXPECT_EQ(owners(1), "worker 11");
}

TEST_F(OwnerIndexTest, DropsOwnershipWhenAPidIsReused)
{
    proc.start(10, {1});
    proc.start(11, {1}, "worker");
    poll({1});

    proc.start(11, {}, "stranger", 200);
    poll({1});

    EXPECT_EQ(owners(1), "server 10");
}

TEST_F(OwnerIndexTest, ScansAProcessAgainAfterExec)
{
    proc.start(10, {1});
    proc.start(11, {1}, "server");  // forked, but exec has not happened yet
    poll({1});

    proc.start(11, {}, "worker");  // exec closes the descriptors marked close-on-exec
    poll({1});

    EXPECT_EQ(owners(1), "server 10");
}

TEST_F(OwnerIndexTest, ScansANewProcessMoreThanOnce)
{
    proc.start(10, {1});
    poll({1});
    proc.start(11, {1}, "worker");
    poll({1});
    ASSERT_EQ(owners(1), "server 10, worker 11");

    proc.hold(11, {});
    poll({1});

    EXPECT_EQ(owners(1), "server 10");
}

TEST_F(OwnerIndexTest, NoticesAPassedSocketWithinABoundedTime)
{
    proc.start(10, {1});
    proc.start(11, {}, "worker");
    poll({1});

    proc.hold(10, {});
    proc.hold(11, {1});
    for (unsigned i = 0; i < OwnerIndex::kFullWalkEvery; ++i) {
        poll({1});
    }

    EXPECT_EQ(owners(1), "worker 11");
}

TEST_F(OwnerIndexTest, FindsASocketOpenedAfterThePrefetch)
{
    proc.start(10, {1});
    m_index.walkAhead(false);

    proc.hold(10, {1, 2});
    poll({1, 2});

    EXPECT_EQ(owners(2), "server 10");
}

TEST_F(OwnerIndexTest, FindsASocketInheritedFromAnEndedProcess)
{
    proc.start(10, {1});
    m_index.walkAhead(true);

    proc.start(11, {1}, "child");
    proc.end(10);
    poll({1});

    EXPECT_EQ(owners(1), "child 11");
}

TEST_F(OwnerIndexTest, PrefetchesOnlyUntilTheTableIsRead)
{
    proc.start(10, {1});
    m_index.walkAhead(true);

    proc.hold(10, {});  // a prefetch would have found the socket there
    poll({1});

    EXPECT_EQ(owners(1), "");
}

TEST_F(OwnerIndexTest, ReportsCompleteVisibilityOnlyWithoutHiddenProcesses)
{
    proc.start(10, {1});
    poll({1, 2});
    EXPECT_TRUE(m_index.sawEveryProcess());

    OwnerIndex underHidepid = [this] {
        proc.hideOthers();
        return OwnerIndex(proc.open(), std::make_shared<UserNames>());
    }();
    ASSERT_TRUE(underHidepid.update({}));
    EXPECT_FALSE(underHidepid.sawEveryProcess());
}

/// A child of a known holder may have inherited its sockets.
TEST_F(OwnerIndexTest, SuspectsAHiddenChildOfAHolder)
{
    proc.start(10, {1});
    proc.start(11, {2}, "other");
    proc.startHidden(12, /*parent=*/10);

    poll({1, 2});

    const std::optional<std::uint32_t> ownUid = m_index.ownersOf(1)->front()->uid;
    EXPECT_FALSE(m_index.sawEveryProcess());
    EXPECT_TRUE(m_index.hiddenHolderOf(*m_index.ownersOf(1), ownUid));
    EXPECT_FALSE(m_index.hiddenHolderOf(*m_index.ownersOf(2), ownUid));

    proc.end(12);
    poll({1, 2});
    EXPECT_FALSE(m_index.hiddenHolderOf(*m_index.ownersOf(1), ownUid));
}

TEST_F(OwnerIndexTest, ReportsNoCompleteVisibilityWithinAContainer)
{
    proc.moveIntoNamespace(4026532000);
    OwnerIndex inContainer(proc.open(), std::make_shared<UserNames>());

    ASSERT_TRUE(inContainer.update({}));

    EXPECT_FALSE(inContainer.sawEveryProcess());
}

}  // namespace
}  // namespace quaywatch::linux_backend
