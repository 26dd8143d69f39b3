// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/owners/hidden_holders.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

namespace quaywatch::linux_backend {
namespace {

using test::process;

constexpr std::uint32_t kNobody = 65534;
constexpr std::uint32_t kAlice = 1000;

HiddenProcess hidden(std::uint32_t pid, std::uint32_t uid, std::uint32_t parent,
                     std::uint32_t session)
{
    HiddenProcess made;
    made.pid = pid;
    made.uid = uid;
    made.parentPid = parent;
    made.session = session;
    return made;
}

ProcessPtr childOf(std::uint32_t parent, std::uint32_t pid, std::uint32_t uid,
                   std::uint32_t session)
{
    auto child = std::make_shared<ProcessInfo>(*process("server", pid, uid, "user"));
    child->parentPid = parent;
    child->session = session;
    return child;
}

/// As a user sees a machine: init and a daemon of root may not be read.
const HiddenHolders kMachine({hidden(1, 0, 0, 1), hidden(50, 0, 1, 50)}, false);

TEST(HiddenHolders, AreNoneWhereEveryProcessIsRead)
{
    EXPECT_FALSE(HiddenHolders().mayHold({childOf(50, 51, kNobody, 50)}, 0));
}

/// root's listener, which a child that runs as nobody has inherited.
TEST(HiddenHolders, MayBeTheUserThatMadeTheSocket)
{
    EXPECT_EQ(kMachine.mayHold({childOf(50, 51, kNobody, 50)}, 0), HiddenBy::Unreadable);
    EXPECT_EQ(kMachine.mayHold({childOf(1, 51, kNobody, 51)}, 0), HiddenBy::Unreadable)
        << "whatever its parent is";
    EXPECT_EQ(kMachine.mayHold({childOf(50, 51, kNobody, 50)}, std::nullopt), HiddenBy::Unreadable)
        << "a creator without a number here";
}

TEST(HiddenHolders, AreNotSuspectedBehindAnOrdinaryUsersOwnSockets)
{
    EXPECT_FALSE(kMachine.mayHold({childOf(1, 60, kAlice, 60)}, kAlice));
    EXPECT_FALSE(kMachine.mayHold({childOf(50, 60, kAlice, 50)}, kAlice))
        << "a child of a login program, in its session";
}

TEST(HiddenHolders, AreNotSuspectedWhereTheMakerIsAmongTheKnownOnes)
{
    const OwnerSet masterAndWorker{childOf(1, 70, 0, 70), childOf(70, 71, 33, 70)};

    EXPECT_FALSE(kMachine.mayHold(masterAndWorker, 0));
}

TEST(HiddenHolders, AreNotSuspectedOfAUserWithoutHiddenProcesses)
{
    EXPECT_FALSE(kMachine.mayHold({childOf(1, 60, kAlice, 60)}, 1001));
}

TEST(HiddenHolders, MayBeAChildOfAKnownHolder)
{
    HiddenProcess own = hidden(62, kAlice, 60, 60);
    own.isOwn = true;
    const OwnerSet owners{childOf(1, 60, kAlice, 60)};

    EXPECT_EQ(HiddenHolders({hidden(61, 0, 60, 60)}, false).mayHold(owners, kAlice),
              HiddenBy::Unreadable);
    EXPECT_EQ(HiddenHolders({own}, false).mayHold(owners, kAlice), HiddenBy::OwnUnreadable);
}

TEST(HiddenHolders, MayBeAParentOfTheSameServiceOnly)
{
    const HiddenHolders holders({hidden(60, kAlice, 1, 60)}, false);

    EXPECT_TRUE(holders.mayHold({childOf(60, 61, kAlice, 60)}, kAlice));
    EXPECT_FALSE(holders.mayHold({childOf(60, 61, kAlice, 61)}, kAlice))
        << "a service manager starts a session for each service";
}

TEST(HiddenHolders, MayBeAnyUnlistedProcessUnlessTheMakerIsKnown)
{
    const HiddenHolders underHidepid({}, true);

    EXPECT_TRUE(underHidepid.mayHold({childOf(50, 51, kNobody, 50)}, 0));
    EXPECT_FALSE(underHidepid.mayHold({childOf(50, 51, kNobody, 50)}, kNobody));
}

TEST(HiddenHolders, AreNoThreadsOfTheKernel)
{
    HiddenProcess thread = hidden(2, 0, 0, 0);
    thread.isKernelThread = true;

    EXPECT_FALSE(HiddenHolders({thread}, false).mayHold({childOf(1, 51, kNobody, 51)}, 0));
}

}  // namespace
}  // namespace quaywatch::linux_backend
