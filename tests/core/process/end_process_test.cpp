// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"

#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using Kind = EndOutcome::Kind;

class EndProcessTest : public EndFixture {
protected:
    /// Process 50 and its child 51 hold one port, and there is a plan to end them.
    EndPlan planForParentAndWorker()
    {
        const ProcessPtr parent = process("nginx", 50);
        const ProcessPtr worker = childOf(50, "nginx", 51);
        m_machine.add(parent, {7});
        m_machine.add(worker, {7});
        return planForOwners({parent, worker});
    }
};

TEST_F(EndProcessTest, ReportsTheEndOfTheProcess)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7});
    EndPlan plan = planForOne(server);

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    ASSERT_THAT(kindsOf(outcomes), ElementsAre(Kind::Ended));
    EXPECT_EQ(outcomes.front().text, "server (process 50) has ended");
    EXPECT_THAT(m_machine.at(50).received, ElementsAre(ProcessSignal::Terminate));
}

TEST_F(EndProcessTest, ReportsASurvivingProcessAndKillsItOnRequest)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7}).ignoresTerminate = true;
    EndPlan plan = planForOne(server);

    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Terminate, kNoWait)),
                ElementsAre(Kind::StillAlive));
    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Kill, kNoWait)), ElementsAre(Kind::Ended));
    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Kill, kNoWait)),
                ElementsAre(Kind::AlreadyExited));
}

TEST_F(EndProcessTest, SparesAProcessThatReleasedThePort)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7, 8});
    EndPlan plan = planForOne(server);
    m_machine.at(50).inodes = {8};
    m_machine.polls = {sharedSnapshotOf({})};

    const auto outcomes = execute(plan, ProcessSignal::Kill, kNoWait);

    EXPECT_THAT(kindsOf(outcomes), ElementsAre(Kind::ReleasedSocket));
    EXPECT_THAT(m_machine.at(50).received, IsEmpty());
}

TEST_F(EndProcessTest, LetsAParentEndItsWorkers)
{
    EndPlan plan = planForParentAndWorker();
    m_machine.at(50).dependents = {51};

    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Terminate, kNoWait)),
                ElementsAre(Kind::Ended));
    EXPECT_THAT(m_machine.at(51).received, IsEmpty());
}

TEST_F(EndProcessTest, ReportsAWorkerThatStillHoldsThePort)
{
    EndPlan plan = planForParentAndWorker();

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    EXPECT_THAT(kindsOf(outcomes), ElementsAre(Kind::Ended, Kind::StillAlive));
    EXPECT_EQ(outcomes.back().process.pid, 51U);
}

TEST_F(EndProcessTest, KillsTheWorkersWithTheirParent)
{
    EndPlan plan = planForParentAndWorker();

    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Kill, kNoWait)),
                ElementsAre(Kind::Ended, Kind::Ended));
    EXPECT_THAT(m_machine.at(51).received, ElementsAre(ProcessSignal::Kill));
}

TEST_F(EndProcessTest, ReportsThatAUnitMayStartItAgain)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7}).details.restartingUnit = "shop.service";
    EndPlan plan = planForOne(server);

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    ASSERT_THAT(kindsOf(outcomes), ElementsAre(Kind::Ended));
    EXPECT_EQ(outcomes.front().text,
              "server (process 50) has ended; systemd may start shop.service again (sudo systemctl "
              "stop shop.service)");
}

TEST_F(EndProcessTest, ReportsARemedyForAStoppedProcess)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7}).isStopped = true;
    EndPlan plan = planForOne(server);

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    ASSERT_THAT(kindsOf(outcomes), ElementsAre(Kind::StillAlive));
    EXPECT_EQ(outcomes.front().state, ProcessState::Stopped);
    EXPECT_EQ(
        outcomes.front().text,
        "server (process 50) is stopped, and gets the signal only once it continues; kill it, "
        "or continue it with kill -CONT 50");
    EXPECT_THAT(kindsOf(execute(plan, ProcessSignal::Kill, kNoWait)), ElementsAre(Kind::Ended));
}

TEST_F(EndProcessTest, PrintsAHostileNameWithoutControlCharacters)
{
    auto server = std::make_shared<ProcessInfo>(*process("server", 50));
    server->name = "\x1b[31m\nred";
    m_machine.add(server, {7});
    EndPlan plan = planForOne(server);

    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);

    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes.front().text.english().find_first_of("\x1b\n"), std::string::npos);
}

TEST(EndOutcomeToken, IsStable)
{
    EXPECT_EQ(token(Kind::Ended), "ended");
    EXPECT_EQ(token(Kind::StillAlive), "still-alive");
    EXPECT_EQ(token(Kind::AlreadyExited), "was-gone");
    EXPECT_EQ(token(Kind::ReleasedSocket), "no-longer");
    EXPECT_EQ(token(Kind::Refused), "refused");
    EXPECT_EQ(token(Kind::Failed), "failed");
}

}  // namespace
}  // namespace quaywatch
