// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/port_recheck.h"

#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A server on port 931 that was ended, and the holders of the port afterwards.
class HeldAgainTest : public EndFixture {
protected:
    HeldAgainTest() { m_machine.add(m_server, {7}); }

    EndPlan planOfServer() { return planForOne(m_server); }
    std::optional<std::vector<NewHolder>> poll(const EndPlan& plan,
                                               const std::vector<EndOutcome>& outcomes)
    {
        return recheckPorts(plan, outcomes,
                            {.read = [this]() -> Result<SnapshotPtr> {
                                 const std::size_t last = m_seen.size() - 1;
                                 return m_seen.at(std::min(m_polls++, last));
                             },
                             .pause = [this](std::chrono::milliseconds time) { m_paused += time; },
                             .isCanceled = [this] { return m_isCanceled; }});
    }
    std::vector<EndOutcome> end(EndPlan& plan)
    {
        return execute(plan, ProcessSignal::Terminate, kNoWait);
    }

    ProcessPtr m_server = process("server", 50);
    ProcessPtr m_next = process("server", 51);
    std::vector<SnapshotPtr> m_seen{sharedSnapshotOf({})};
    std::size_t m_polls = 0;
    std::chrono::milliseconds m_paused{0};
    bool m_isCanceled = false;
};

TEST_F(HeldAgainTest, ReportsTheHolderWithoutADelay)
{
    EndPlan plan = planOfServer();
    auto outcomes = end(plan);
    m_seen = {
        sharedSnapshotOf({tcpListener(931).id(8).ownedBy(m_next).serviceContext("shop.service")})};

    const auto holders = poll(plan, outcomes);
    reportNewHolders(plan, *holders, outcomes);

    ASSERT_THAT(*holders, SizeIs(1));
    EXPECT_EQ(holders->front().process->id.pid, 51U);
    EXPECT_EQ(m_paused.count(), 0);
    EXPECT_EQ(outcomes.front().text,
              "server (process 50) has ended; the port is held again by 51 (unit shop.service)");
}

TEST_F(HeldAgainTest, FindsAHolderThatStartsSlowly)
{
    EndPlan plan = planOfServer();
    const auto outcomes = end(plan);
    m_seen = {sharedSnapshotOf({}), sharedSnapshotOf({}),
              sharedSnapshotOf({tcpListener(931).id(8).ownedBy(m_next)})};

    EXPECT_THAT(*poll(plan, outcomes), SizeIs(1));
    EXPECT_EQ(m_polls, 3U);
}

TEST_F(HeldAgainTest, ChecksForALimitedTimeAndReportsNothingWithoutAHolder)
{
    EndPlan plan = planOfServer();
    auto outcomes = end(plan);

    const auto holders = poll(plan, outcomes);
    reportNewHolders(plan, *holders, outcomes);

    EXPECT_THAT(*holders, IsEmpty());
    EXPECT_EQ(m_paused, std::chrono::milliseconds(500));
    EXPECT_EQ(outcomes.front().text, "server (process 50) has ended");
}

TEST_F(HeldAgainTest, WaitsLongerForAUnit)
{
    m_machine.at(50).details.restartingUnit = "shop.service";
    EndPlan plan = planOfServer();
    const auto outcomes = end(plan);

    static_cast<void>(poll(plan, outcomes));

    EXPECT_EQ(m_paused, std::chrono::milliseconds(1500));
}

TEST_F(HeldAgainTest, StopsCheckingWhenCanceled)
{
    EndPlan plan = planOfServer();
    const auto outcomes = end(plan);
    m_isCanceled = true;

    EXPECT_THAT(*poll(plan, outcomes), IsEmpty());
    EXPECT_EQ(m_polls, 1U);
}

TEST_F(HeldAgainTest, DoesNotCheckWhenNothingWasEnded)
{
    m_machine.at(50).ignoresTerminate = true;
    EndPlan plan = planOfServer();
    const auto outcomes = end(plan);

    EXPECT_EQ(poll(plan, outcomes), std::nullopt);
    EXPECT_EQ(m_polls, 0U);
}

TEST_F(HeldAgainTest, ReportsOnlyNewHolders)
{
    const ProcessPtr neighbor = process("neighbor", 60);
    m_machine.add(neighbor, {9}).ignoresTerminate = true;
    const std::vector<SocketRecord> before{tcpListener(931).id(7).ownedBy(m_server),
                                           tcpListener(931, "127.0.0.1").id(9).ownedBy(neighbor)};
    EndPlan plan = *planFor(931, sharedSnapshotOf(before));
    const auto outcomes = end(plan);
    m_seen = {sharedSnapshotOf({tcpListener(931, "127.0.0.1").id(10).ownedBy(neighbor),
                                tcpListener(932).id(11).ownedBy(m_next),
                                udpBound(931).id(12).ownedBy(m_next)})};

    EXPECT_THAT(*poll(plan, outcomes), IsEmpty())
        << "another port, another protocol, and a process that lives on";
}

TEST_F(HeldAgainTest, ReportsAHiddenHolder)
{
    EndPlan plan = planOfServer();
    auto outcomes = end(plan);
    m_seen = {sharedSnapshotOf({tcpListener(931).id(8).ownerState(OwnerState::Hidden)})};

    const auto holders = poll(plan, outcomes);
    reportNewHolders(plan, *holders, outcomes);

    ASSERT_THAT(*holders, SizeIs(1));
    EXPECT_EQ(holders->front().process, nullptr);
    EXPECT_THAT(outcomes.front().text.english(), HasSubstr("held again by a hidden owner"));
}

TEST_F(HeldAgainTest, ChecksThePortsOfAProcessNamedByPid)
{
    const SnapshotPtr before = sharedSnapshotOf({tcpListener(931).id(7).ownedBy(m_server)});
    EndPlan plan = *planEndOn(m_machine.system(), {.process = m_server->id}, before);
    auto outcomes = end(plan);
    m_seen = {sharedSnapshotOf({tcpListener(931).id(8).ownedBy(m_next)})};

    reportNewHolders(plan, *poll(plan, outcomes), outcomes);

    EXPECT_EQ(outcomes.front().text, "server (process 50) has ended; port 931 is held again by 51");
}

TEST_F(HeldAgainTest, NamesTheCommandThatStopsTheUnit)
{
    m_machine.at(50).details.restartingUnit = "shop.service";
    EndPlan plan = planOfServer();
    auto outcomes = end(plan);
    m_seen = {sharedSnapshotOf({tcpListener(931).id(8).ownedBy(m_next)})};

    reportNewHolders(plan, *poll(plan, outcomes), outcomes);

    EXPECT_EQ(outcomes.front().text,
              "server (process 50) has ended; the port is held again by 51 (sudo systemctl stop "
              "shop.service)");
}

TEST_F(HeldAgainTest, ReportsNothingWhenThePortCannotBeRead)
{
    EndPlan plan = planOfServer();
    const auto outcomes = end(plan);

    EXPECT_EQ(recheckPorts(plan, outcomes,
                           {.read = []() -> Result<SnapshotPtr> {
                                return failure(ErrorCode::SystemError, "read");
                            },
                            .pause = {},
                            .isCanceled = {}}),
              std::nullopt);
}

}  // namespace
}  // namespace quaywatch
