// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/listener_end.h"

#include "tests/support/machine/end_fixture.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using Fate = ListenerEnd::Kind;

class ListenerEndTest : public EndFixture {
protected:
    [[nodiscard]] static ListenerEnd endOfFirst(const EndPlan& plan)
    {
        return endOf(plan, plan.snapshot->sockets.front());
    }
    EndPlan planForProcess(std::uint32_t pid, SocketRecord listener)
    {
        auto plan = planEndOn(m_machine.system(), {.process = ProcessId{pid, pid * 100ULL}},
                              sharedSnapshotOf({std::move(listener)}));
        EXPECT_TRUE(plan) << plan.error().context;
        return std::move(*plan);
    }
};

TEST_F(ListenerEndTest, ClosesIfItsOnlyHolderEnds)
{
    m_machine.add(process("server", 50));

    EXPECT_EQ(endOfFirst(planForOne(process("server", 50))).kind, Fate::Closes);
}

TEST_F(ListenerEndTest, ClosesWithWorkersThatFollowTheirParent)
{
    m_machine.add(process("server", 50));
    m_machine.add(childOf(50, "server", 51));

    EXPECT_EQ(endOfFirst(planForOwners({process("server", 50), childOf(50, "server", 51)})).kind,
              Fate::ClosesWithWorkers);
}

/// A child is ended by its number; its parent holds the socket, too.
TEST_F(ListenerEndTest, StaysOpenIfAnotherHoldsItToo)
{
    const ProcessPtr parent = process("server", 50);
    const ProcessPtr child = childOf(50, "sleep", 51);
    m_machine.add(parent);
    m_machine.add(child);

    const ListenerEnd end =
        endOfFirst(planForProcess(51, tcpListener(931).id(7).ownedBy({parent, child})));

    EXPECT_EQ(end.kind, Fate::StaysOpen);
    ASSERT_EQ(end.others.size(), 1U);
    EXPECT_EQ(end.others.front()->id.pid, 50U);
}

TEST_F(ListenerEndTest, MayStayOpenIfHiddenProcessesMayHoldIt)
{
    m_machine.add(process("server", 50));

    const EndPlan plan = planForProcess(
        50, tcpListener(931).id(7).ownedBy(process("server", 50)).ownerState(OwnerState::Partial));

    EXPECT_EQ(endOfFirst(plan).kind, Fate::MayStayOpen);
}

}  // namespace
}  // namespace quaywatch::test
