// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/signal_check.h"

#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Kind = EndOutcome::Kind;

/// A server on port 931, planned by its socket 7, and its state right before the signal.
class SignalCheckTest : public EndFixture {
protected:
    SignalCheckTest() { m_machine.add(m_server, {7}); }

    static SnapshotPtr held(std::uint64_t socket, const ProcessPtr& owner)
    {
        return sharedSnapshotOf({tcpListener(931).id(socket).ownedBy(owner)});
    }
    static SnapshotPtr hidden(std::uint64_t socket)
    {
        return sharedSnapshotOf({tcpListener(931).id(socket).ownerState(OwnerState::Hidden)});
    }
    EndOutcome end(EndPlan& plan)
    {
        const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);
        EXPECT_EQ(outcomes.size(), 1U);
        return outcomes.front();
    }
    std::vector<ProcessSignal>& received(std::uint32_t pid) { return m_machine.at(pid).received; }

    ProcessPtr m_server = process("server", 50);
};

TEST_F(SignalCheckTest, EndsAProcessThatHoldsThePortByAnotherSocket)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {8};
    m_machine.polls = {held(8, m_server)};

    EXPECT_EQ(end(plan).kind, Kind::Ended);
    EXPECT_THAT(received(50), ElementsAre(ProcessSignal::Terminate));
    ASSERT_EQ(plan.candidates.front().listeners.size(), 2U);
    EXPECT_EQ(plan.candidates.front().listeners.back()->inode, 8U);
}

TEST_F(SignalCheckTest, RetriesWhileItsSocketsChangeAndNoOwnerIsFound)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {};
    m_machine.polls = {hidden(8), hidden(9), sharedSnapshotOf({}), hidden(10), held(11, m_server)};

    EXPECT_EQ(end(plan).kind, Kind::Ended);
    EXPECT_EQ(m_machine.pollCount, 5);
}

TEST_F(SignalCheckTest, ReportsAFailureWhenItsSocketsNeverSettle)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {};
    for (std::uint64_t socket = 8; socket < 500; ++socket) {
        m_machine.polls.push_back(hidden(socket));
    }

    const EndOutcome outcome = end(plan);

    EXPECT_EQ(outcome.kind, Kind::Failed);
    EXPECT_THAT(outcome.text.english(), HasSubstr("change too fast"));
    EXPECT_LE(m_machine.pollCount, 100);
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, EndsNoSuccessorOnThePort)
{
    const ProcessPtr other = process("other", 60);
    m_machine.add(other, {8});
    for (const SnapshotPtr& seen : {held(8, other), hidden(8), sharedSnapshotOf({})}) {
        EndPlan plan = planForOne(m_server);
        m_machine.at(50).inodes = {};
        m_machine.polls = {seen};

        EXPECT_EQ(end(plan).kind, Kind::ReleasedSocket);
        EXPECT_THAT(received(50), IsEmpty());
        EXPECT_THAT(received(60), IsEmpty());
        m_machine.at(50).inodes = {7};
    }
}

TEST_F(SignalCheckTest, DoesNotMistakeAnotherProtocolForThePlannedOne)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).inodes = {8};
    m_machine.polls = {sharedSnapshotOf({udpBound(931).id(8).ownedBy(m_server)})};

    EXPECT_EQ(end(plan).kind, Kind::ReleasedSocket);
}

TEST_F(SignalCheckTest, RefusesAProcessThatChangedItsUser)
{
    EndPlan byPort = planForOne(m_server);
    EndPlan byNumber = *planEndOn(m_machine.system(), {.process = m_server->id},
                                  sharedSnapshotOf({tcpListener(931).id(7).ownedBy(m_server)}));
    m_machine.at(50).details.info.uid = 0;

    for (EndPlan* plan : {&byPort, &byNumber}) {
        const EndOutcome outcome = end(*plan);
        EXPECT_EQ(outcome.kind, Kind::Refused);
        EXPECT_EQ(outcome.text,
                  "server (process 50) was not signaled: it runs as another user than was shown; "
                  "run it again");
    }
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesAProcessThatRunsAnotherProgram)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).details.info.exe = "/usr/bin/database";

    EXPECT_THAT(end(plan).text.english(), HasSubstr("it runs another program than was shown"));
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesAnInterpreterThatRunsAnotherScript)
{
    ProcessInfo& info = m_machine.at(50).details.info;
    info.workingDirectory = "/srv";
    for (const bool hasScript : {true, false}) {
        info.command = {"python3", "-c", "serve()"};
        info.script = hasScript ? std::optional<std::string>("server.py") : std::nullopt;
        EndPlan plan = planForOne(std::make_shared<const ProcessInfo>(info));
        info.command = {"python3", "-c", "bank()"};
        info.script.reset();

        EXPECT_THAT(end(plan).text.english(), HasSubstr("it runs another program than was shown"))
            << hasScript;
    }
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesALoaderThatRunsAnotherProgram)
{
    ProcessInfo& info = m_machine.at(50).details.info;
    info.isLoader = true;
    info.runs = "/srv/shop";
    EndPlan plan = planForOne(std::make_shared<const ProcessInfo>(info));
    info.runs = "/srv/bank";

    EXPECT_THAT(end(plan).text.english(), HasSubstr("it runs another program than was shown"));
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesAProcessThatBecameAServiceManager)
{
    EndPlan plan = planForOne(m_server);
    m_machine.at(50).manager = ServiceManager::User;

    EXPECT_EQ(end(plan).kind, Kind::Refused);
    EXPECT_THAT(received(50), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesAProcessThatKeptOnlyAForeignSocket)
{
    const ProcessPtr daemon = process("daemon", 60, 0, "root");
    m_machine.add(daemon, {7, 8});
    EndPlan plan = *planFor(
        931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(daemon).uid(0, "root"),
                               tcpListener(931, "::1").id(8).ownedBy(daemon).uid(1000, "alice")}));
    m_machine.at(60).inodes = {8};

    const EndOutcome outcome = end(plan);

    EXPECT_EQ(outcome.kind, Kind::Refused);
    EXPECT_THAT(outcome.text.english(),
                HasSubstr("it runs as root, but the socket was opened by alice"));
    EXPECT_THAT(received(60), IsEmpty());
}

TEST_F(SignalCheckTest, RefusesANewSocketThatAnotherOpened)
{
    const ProcessPtr daemon = process("daemon", 60, 0, "root");
    m_machine.add(daemon, {7});
    EndPlan plan =
        *planFor(931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(daemon).uid(0, "root")}));
    m_machine.at(60).inodes = {8};
    m_machine.polls = {
        sharedSnapshotOf({tcpListener(931).id(8).ownedBy(daemon).uid(1000, "alice")})};

    EXPECT_EQ(end(plan).kind, Kind::Refused);
    EXPECT_THAT(received(60), IsEmpty());
}

TEST_F(SignalCheckTest, EndsAnExplicitlyIncludedOwner)
{
    const ProcessPtr daemon = process("daemon", 60, 0, "root");
    m_machine.add(daemon, {8});
    EndPlan plan = *planFor(
        931, sharedSnapshotOf({tcpListener(931).id(8).ownedBy(daemon).uid(1000, "alice")}));
    plan.takeIn();

    EXPECT_EQ(end(plan).kind, Kind::Ended);
}

TEST_F(SignalCheckTest, PlansAgainWhenAllOwnersPassedThePortOnAndEnded)
{
    const ProcessPtr child = process("server", 51);
    m_machine.add(child, {7});
    m_machine.at(50).isAlive = false;
    m_machine.polls = {held(7, child)};

    const Result<EndPlan> plan = planFor(931, held(7, m_server));

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(51));
}

TEST_F(SignalCheckTest, RetriesWhenTheSocketWasPassedOnDuringTheSearch)
{
    m_machine.polls = {held(7, m_server)};

    const Result<EndPlan> plan = planFor(931, hidden(7));

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
}

TEST_F(SignalCheckTest, RetriesWhileOtherSocketsHoldThePortEachTime)
{
    m_machine.polls = {hidden(8), hidden(9), hidden(10), hidden(11), held(12, m_server)};

    ASSERT_TRUE(planFor(931, hidden(7)));
    EXPECT_EQ(m_machine.pollCount, 5);

    m_machine.pollCount = 0;
    m_machine.polls.clear();
    for (std::uint64_t socket = 8; socket < 500; ++socket) {
        m_machine.polls.push_back(hidden(socket));
    }
    EXPECT_EQ(planFor(931, hidden(7)).error().code, ErrorCode::TimedOut);
    EXPECT_LT(m_machine.pollCount, 100);
}

TEST_F(SignalCheckTest, ReportsAHiddenOwnerAfterAFewTries)
{
    m_machine.polls = {hidden(7)};

    const Result<EndPlan> plan = planFor(931, hidden(7));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::PermissionDenied);
    EXPECT_EQ(m_machine.pollCount, 2);
}

TEST_F(SignalCheckTest, NeverReportsAReleasedPortWhileItMovesOn)
{
    m_machine.at(50).isAlive = false;
    m_machine.polls = {held(7, m_server)};

    const Result<EndPlan> plan = planFor(931, held(7, m_server));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::TimedOut);
    EXPECT_EQ(plan.error().context, "the processes on port 931 change too fast to be ended");
    EXPECT_EQ(m_machine.pollCount, 2);
}

}  // namespace
}  // namespace quaywatch
