// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/process_namespaces.h"

#include "core/linux/owners/owner_index.h"

#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

/// Polls of processes, of which the network namespaces are all others than this program's.
class ProcessNamespacesTest : public testing::Test {
protected:
    /// The processes and threads that are named for the namespaces, after a poll with these
    /// listed sockets.
    std::set<std::uint32_t> namedAfter(const std::vector<std::uint32_t>& inodes)
    {
        EXPECT_TRUE(m_index.update(inodes));
        std::set<std::uint32_t> named;
        for (const auto& [inode, number] : m_index.otherNamespaces()) {
            named.insert(number);
        }
        return named;
    }

    test::FakeProc proc;
    OwnerIndex m_index{proc.open(), std::make_shared<UserNames>()};
};

using Numbers = std::set<std::uint32_t>;

TEST_F(ProcessNamespacesTest, FindsTheOneOfAProcessThatHoldsAListenerHere)
{
    proc.start(10, {1, 2});
    proc.moveToNetwork(10, "blue");

    EXPECT_EQ(namedAfter({1}), Numbers{10});
}

TEST_F(ProcessNamespacesTest, FindsTheOneOfAProcessWithoutAListenerHere)
{
    proc.start(10, {2});
    proc.moveToNetwork(10, "blue");

    EXPECT_EQ(namedAfter({}), Numbers{10});
}

TEST_F(ProcessNamespacesTest, NamesTheLowestProcessOfEach)
{
    for (const std::uint32_t pid : {10U, 11U, 12U}) {
        proc.start(pid, {pid});
        proc.moveToNetwork(pid, pid == 12 ? "red" : "blue");
    }

    EXPECT_EQ(namedAfter({10, 11}), (Numbers{10, 12}));
}

TEST_F(ProcessNamespacesTest, FollowsAProcessThatMovesAndOpensASocketThere)
{
    proc.start(10, {1});
    ASSERT_EQ(namedAfter({1}), Numbers{});

    proc.moveToNetwork(10, "blue");
    proc.hold(10, {1, 2});
    for (unsigned i = 0; i < OwnerIndex::kFullWalkEvery; ++i) {
        static_cast<void>(namedAfter({1}));
    }

    EXPECT_EQ(namedAfter({1}), Numbers{10});
}

TEST_F(ProcessNamespacesTest, FindsTheOneOfASingleThread)
{
    proc.start(10, {1});
    proc.holdInThread(10, 11, {});
    proc.holdInThread(10, 12, {});
    proc.moveToNetwork(10, "blue");
    proc.moveToNetwork(10, "blue", 11);
    proc.moveToNetwork(10, "red", 12);

    EXPECT_EQ(namedAfter({1}), (Numbers{10, 12}));
}

TEST_F(ProcessNamespacesTest, FindsAThreadThatMovesLater)
{
    proc.start(10, {1});
    proc.holdInThread(10, 11, {});
    proc.moveToNetwork(10, "blue");
    proc.moveToNetwork(10, "blue", 11);
    ASSERT_EQ(namedAfter({1}), Numbers{10});

    proc.moveToNetwork(10, "red", 11);
    proc.hold(10, {1, 2});
    for (unsigned i = 0; i < OwnerIndex::kFullWalkEvery; ++i) {
        static_cast<void>(namedAfter({1}));
    }

    EXPECT_EQ(namedAfter({1}), (Numbers{10, 11}));
}

TEST_F(ProcessNamespacesTest, LeavesOutProcessesWithoutSockets)
{
    proc.start(10, {});
    proc.moveToNetwork(10, "blue");

    EXPECT_EQ(namedAfter({}), Numbers{});
}

TEST_F(ProcessNamespacesTest, ForgetsAProcessThatHasEnded)
{
    proc.start(10, {1});
    proc.moveToNetwork(10, "blue");
    ASSERT_EQ(namedAfter({1}), Numbers{10});

    proc.end(10);

    EXPECT_EQ(namedAfter({1}), Numbers{});
}

}  // namespace
}  // namespace quaywatch::linux_backend
