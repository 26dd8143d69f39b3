// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_list.h"
#include "core/process/port_recheck.h"

#include "core/sockets/hidden_owners.h"
#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = EndOutcome::Kind;

/// A server on port 931 that was ended while its socket or the port is still in use.
class HeldOnTest : public EndFixture {
protected:
    HeldOnTest() { m_machine.add(m_server, {7}); }

    /// Executes the plan and then polls: one snapshot after the other; the last one repeats.
    std::vector<NewHolder> end(EndPlan& plan, const std::vector<SnapshotPtr>& seen)
    {
        m_outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);
        std::size_t polls = 0;
        const auto holders =
            recheckPorts(plan, m_outcomes,
                         {.read = [&]() -> Result<SnapshotPtr> {
                              return seen.at(std::min(polls++, seen.size() - 1));
                          },
                          .pause = [this](std::chrono::milliseconds time) { m_paused += time; },
                          .isCanceled = {}});
        reportNewHolders(plan, holders.value_or(std::vector<NewHolder>()), m_outcomes);
        return holders.value_or(std::vector<NewHolder>());
    }
    static SnapshotPtr held(std::uint64_t socket, const ProcessPtr& owner)
    {
        return sharedSnapshotOf({tcpListener(931).id(socket).ownedBy(owner)});
    }
    static SnapshotPtr inFlight()
    {
        Snapshot snapshot = snapshotOf({tcpListener(931)
                                            .id(7)
                                            .ownerState(OwnerState::Hidden)
                                            .hiddenBy(HiddenBy::NoDescriptor)});
        snapshot.gaps = {
            {Gap::Kind::Owner, 1, Message(MessageId::NoDescriptor), "sudo grep scm_fds"}};
        return std::make_shared<const Snapshot>(std::move(snapshot));
    }
    [[nodiscard]] const EndOutcome& outcome() const { return m_outcomes.front(); }

    ProcessPtr m_server = process("server", 50);
    ProcessPtr m_child = process("server", 51);
    std::vector<EndOutcome> m_outcomes;
    std::chrono::milliseconds m_paused{0};
};

TEST_F(HeldOnTest, ReportsTheSameSocketWithoutAVisibleOwner)
{
    EndPlan plan = planForOne(m_server);

    const auto holders = end(plan, {inFlight()});

    ASSERT_THAT(holders, SizeIs(1));
    EXPECT_TRUE(holders.front().isSameSocket);
    EXPECT_EQ(holders.front().process, nullptr);
    EXPECT_EQ(outcome().kind, Kind::Ended);
    EXPECT_TRUE(outcome().isPortHeld);
    EXPECT_EQ(outcome().text,
              "server (process 50) has ended; port 931 is still held by a hidden owner (no "
              "process has a descriptor of it; try: sudo grep scm_fds)");
}

TEST_F(HeldOnTest, NamesAKnownUnitOfTheSocket)
{
    m_machine.at(50).details.info.unit = "shop.service";
    const auto ofUnit = std::make_shared<const ProcessInfo>(m_machine.at(50).details.info);
    m_machine.at(50).details.socketUnit = "shop.socket";
    m_machine.socketUnits[931] = SocketUnit{"shop.socket", "shop.service"};
    EndPlan plan = *planFor(
        931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(ofUnit).uid(0, "root").serviceContext(
                 "shop.socket")}));
    ASSERT_THAT(plan.candidates, SizeIs(1));

    ASSERT_THAT(end(plan, {inFlight()}), SizeIs(1));
    EXPECT_TRUE(outcome().isPortHeld);
    EXPECT_THAT(outcome().text.english(), HasSubstr("shop.socket still holds the port"));
}

TEST_F(HeldOnTest, WaitsUntilAClosingSocketIsClosed)
{
    EndPlan plan = planForOne(m_server);

    EXPECT_THAT(end(plan, {inFlight(), inFlight(), sharedSnapshotOf({})}), IsEmpty());
    EXPECT_FALSE(outcome().isPortHeld);
    EXPECT_EQ(outcome().text, "server (process 50) has ended");
}

TEST_F(HeldOnTest, NamesTheProcessThatReceivedTheSocket)
{
    EndPlan plan = planForOne(m_server);

    ASSERT_THAT(end(plan, {inFlight(), held(7, m_child)}), SizeIs(1));
    EXPECT_TRUE(outcome().isPortHeld);
    EXPECT_EQ(outcome().text,
              "server (process 50) has ended; port 931 is now held by server (51), which was not "
              "confirmed: run it again");
}

TEST_F(HeldOnTest, ChecksThePortOfAProcessThatHadEnded)
{
    for (const std::uint64_t socket : {7U, 8U}) {
        m_machine.at(50).isAlive = true;
        EndPlan plan = planForOne(m_server);
        m_machine.at(50).isAlive = false;

        ASSERT_THAT(end(plan, {held(socket, m_child)}), SizeIs(1));
        EXPECT_EQ(outcome().kind, Kind::AlreadyExited);
        EXPECT_TRUE(outcome().isPortHeld);
        EXPECT_EQ(outcome().text,
                  "server (process 50) had already ended; port 931 is now held by server (51), "
                  "which was not confirmed: run it again");
    }
}

TEST_F(HeldOnTest, ChecksOnceWhenItHadEndedAndThePortIsFree)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).isAlive = false;

    EXPECT_THAT(end(plan, {sharedSnapshotOf({})}), IsEmpty());
    EXPECT_FALSE(outcome().isPortHeld);
    EXPECT_EQ(m_paused.count(), 0);
}

TEST_F(HeldOnTest, ReportsTheHolderOfAReleasedPort)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {};
    m_machine.polls = {held(7, m_child)};

    ASSERT_THAT(end(plan, {held(7, m_child)}), SizeIs(1));
    EXPECT_EQ(outcome().kind, Kind::ReleasedSocket);
    EXPECT_TRUE(outcome().isPortHeld);
    EXPECT_THAT(outcome().text.english(),
                HasSubstr("was not signaled; port 931 is now held by server (51)"));
}

TEST_F(HeldOnTest, ReportsAWorkerThatOpensThePortAgain)
{
    const ProcessPtr worker = childOf(50, "server", 51);
    m_machine.add(worker, {7});
    EndPlan plan = planForOwners({m_server, worker});
    m_machine.at(51).inodes = {8};

    ASSERT_THAT(end(plan, {held(8, worker)}), SizeIs(1));
    EXPECT_THAT(kindsOf(m_outcomes), testing::ElementsAre(Kind::Ended, Kind::StillAlive));
    EXPECT_EQ(m_outcomes.back().text,
              "server (process 51) is a worker of process 50 and holds the port again");
}

TEST_F(HeldOnTest, ReportsAWorkerThatKeepsTheSocketOnce)
{
    const ProcessPtr worker = childOf(50, "server", 51);
    m_machine.add(worker, {7});
    EndPlan plan = planForOwners({m_server, worker});

    EXPECT_THAT(end(plan, {held(7, worker)}), IsEmpty());
    EXPECT_THAT(kindsOf(m_outcomes), testing::ElementsAre(Kind::Ended, Kind::StillAlive));
}

TEST_F(HeldOnTest, ChecksNoPortOfAProcessNamedByPid)
{
    EndPlan plan = *planEndOn(m_machine.system(), {.process = m_server->id}, held(7, m_server));

    ASSERT_THAT(end(plan, {held(7, m_child)}), SizeIs(1));
    EXPECT_FALSE(outcome().isPortHeld) << "its end was requested, and it has ended";
    EXPECT_EQ(outcome().text,
              "server (process 50) has ended; port 931 is still held by server (51)");
}

TEST_F(HeldOnTest, NoticesASocketOpenedAfterThePlan)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {8};
    m_machine.polls = {held(8, m_server)};

    ASSERT_THAT(end(plan, {held(8, m_child)}), SizeIs(1));
    EXPECT_EQ(outcome().kind, Kind::Ended);
    EXPECT_TRUE(outcome().isPortHeld);
}

TEST_F(HeldOnTest, DoesNotNameAnExcludedOwner)
{
    const ProcessPtr daemon = process("daemon", 60, 0, "root");
    m_machine.add(daemon, {7});
    const auto before = [&](const std::vector<ProcessPtr>& owners) {
        return sharedSnapshotOf({tcpListener(931).id(7).ownedBy(owners).uid(1000, "alice")});
    };
    EndPlan plan = *planFor(931, before({m_server, daemon}));

    EXPECT_THAT(end(plan, {before({daemon})}), IsEmpty()) << "that is reported already";
}

}  // namespace
}  // namespace quaywatch
