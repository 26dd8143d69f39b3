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
using Reason = LeftOut::Reason;

/// A machine on which mallory opened a socket that other processes hold.
class EndGuardTest : public EndFixture {
protected:
    static constexpr std::uint32_t kMallory = 1001;

    EndGuardTest()
    {
        m_machine.currentUser = {.uid = 0, .user = "root", .isPrivileged = true};
        m_machine.add(m_mallory, {7});
        m_machine.add(m_daemon, {7});
    }
    [[nodiscard]] static SocketBuilder listenerOfMallory(const std::vector<ProcessPtr>& owners)
    {
        return tcpListener(931).id(7).ownedBy(owners).uid(kMallory, "mallory");
    }

    ProcessPtr m_mallory = process("hostile", 50, kMallory, "mallory");
    ProcessPtr m_daemon = process("rootdaemon", 60, 0, "root");
};

TEST_F(EndGuardTest, ExcludesARootProcessWhoseSocketAUserOpened)
{
    EndPlan plan = *planFor(931, sharedSnapshotOf({listenerOfMallory({m_mallory, m_daemon})}));

    EXPECT_THAT(pidsOf(plan.candidates), ElementsAre(50));
    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(60));
    EXPECT_EQ(plan.leftOut.front().leftOut->reason, Reason::OpenedByAnother);
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "it runs as root, but the socket was opened by mallory");
    static_cast<void>(execute(plan, ProcessSignal::Kill, kNoWait));
    EXPECT_THAT(m_machine.at(60).received, IsEmpty());
    EXPECT_THAT(m_machine.at(50).received, ElementsAre(ProcessSignal::Kill));
}

/// In a user namespace that does not have the socket's user.
TEST_F(EndGuardTest, ExcludesAProcessWhoseSocketAnUnknownUserOpened)
{
    const EndPlan plan =
        *planFor(931, sharedSnapshotOf({listenerOfMallory({m_mallory}).uid(std::nullopt)}));

    EXPECT_THAT(plan.candidates, IsEmpty());
    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(50));
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "it belongs to mallory, but the socket was opened by a user that has no number here");
}

TEST_F(EndGuardTest, EndsItOnceItIsIncluded)
{
    EndPlan plan = *planFor(931, sharedSnapshotOf({listenerOfMallory({m_daemon})}));
    EXPECT_THAT(plan.candidates, IsEmpty());

    plan.takeIn();
    static_cast<void>(execute(plan, ProcessSignal::Terminate, kNoWait));

    EXPECT_THAT(m_machine.at(60).received, ElementsAre(ProcessSignal::Terminate));
}

TEST_F(EndGuardTest, EndsAProcessNamedByPid)
{
    const SnapshotPtr snapshot = sharedSnapshotOf({listenerOfMallory({m_daemon})});

    const Result<EndPlan> plan = planEndOn(m_machine.system(), {.process = m_daemon->id}, snapshot);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(60));

    const Result<EndPlan> ofPort =
        planEndOn(m_machine.system(), {.port = 931, .process = m_daemon->id}, snapshot);
    EXPECT_THAT(ofPort->candidates, IsEmpty());
    EXPECT_THAT(pidsOf(ofPort->leftOut), ElementsAre(60));
}

TEST_F(EndGuardTest, EndsAProcessThatPassedItsSocketToItsParent)
{
    auto hostile = std::make_shared<ProcessInfo>(*m_mallory);
    hostile->parentPid = 60;
    m_machine.add(hostile, {7});

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({listenerOfMallory({hostile, m_daemon})}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
    EXPECT_THAT(pidsOf(plan->leftOut), ElementsAre(60));
}

TEST_F(EndGuardTest, DoesNotMistakeARootProcessForAUsersWorker)
{
    auto child = std::make_shared<ProcessInfo>(*m_daemon);
    child->parentPid = 50;
    m_machine.add(child, {7});
    const SnapshotPtr snapshot = sharedSnapshotOf({listenerOfMallory({m_mallory, child})});

    EndPlan byPort = *planFor(931, snapshot);
    EndPlan byNumber = *planEndOn(m_machine.system(), {.process = m_mallory->id}, snapshot);

    for (EndPlan* plan : {&byPort, &byNumber}) {
        EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
        EXPECT_THAT(plan->candidates.front().workers, IsEmpty());
        static_cast<void>(execute(*plan, ProcessSignal::Kill, kNoWait));
    }
    EXPECT_THAT(m_machine.at(60).received, IsEmpty());
}

TEST_F(EndGuardTest, ExcludesAnotherUsersProcess)
{
    const ProcessPtr bobs = process("database", 70, 1002, "bob");
    m_machine.add(bobs, {7});

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({listenerOfMallory({m_mallory, bobs})}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
    ASSERT_THAT(pidsOf(plan->leftOut), ElementsAre(70));
    EXPECT_EQ(plan->leftOut.front().leftOut->text,
              "it belongs to bob, but the socket was opened by mallory");
}

TEST_F(EndGuardTest, EndsAServerThatDroppedRootAfterOpeningItsPort)
{
    const ProcessPtr server = process("nginx", 70, 33, "www-data");
    m_machine.add(server, {7});

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(server).uid(0, "root")}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(70));
    EXPECT_THAT(plan->leftOut, IsEmpty());
}

TEST_F(EndGuardTest, EndsAServerThatDroppedRootInAContainer)
{
    const ProcessPtr server = process("nginx", 70, 100033, "100033");
    m_machine.add(server, {7}).namespaceRoot = 100000;

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(server).uid(100000)}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(70));
}

TEST_F(EndGuardTest, EndsAProcessThatAlsoListensByItsOwnSocket)
{
    m_machine.add(m_daemon, {7, 8});

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({listenerOfMallory({m_daemon}).local("127.0.0.1", 931),
                                       tcpListener(931).id(8).ownedBy(m_daemon)}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(60));
}

TEST_F(EndGuardTest, NamesTheOpenerByUidWhereItHasNoName)
{
    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(m_daemon).uid(1001)}));

    EXPECT_EQ(plan->leftOut.front().leftOut->text,
              "it runs as root, but the socket was opened by user 1001");
}

TEST_F(EndGuardTest, ExcludesAUdpSocketThatLooksLikeAClient)
{
    const ProcessPtr client = process("client", 80);
    m_machine.add(client, {9});
    const SnapshotPtr snapshot = sharedSnapshotOf({udpBound(40000).id(9).ownedBy(client)});

    const Result<EndPlan> plan = planFor(40000, snapshot);
    ASSERT_TRUE(plan);
    EXPECT_THAT(plan->candidates, IsEmpty());
    ASSERT_THAT(pidsOf(plan->leftOut), ElementsAre(80));
    EXPECT_EQ(plan->leftOut.front().leftOut->reason, Reason::Client);

    const Result<EndPlan> taken =
        planEndOn(m_machine.system(), {.port = 40000, .includesClients = true}, snapshot);
    EXPECT_THAT(pidsOf(taken->candidates), ElementsAre(80));
    const Result<EndPlan> named = planEndOn(m_machine.system(), {.process = client->id}, snapshot);
    EXPECT_THAT(pidsOf(named->candidates), ElementsAre(80));
}

TEST_F(EndGuardTest, TreatsOtherUdpSocketsAsListeners)
{
    const ProcessPtr server = process("server", 80);
    m_machine.add(server, {9});
    SocketBuilder expected = udpBound(40000).id(9).ownedBy(server);
    expected.record().assessment.verdict = Verdict::Expected;

    for (const SocketRecord& listener :
         {SocketRecord(udpBound(5353).id(9).ownedBy(server)),
          SocketRecord(tcpListener(40000).id(9).ownedBy(server)), SocketRecord(expected)}) {
        const Result<EndPlan> plan = planFor(listener.key.localPort, sharedSnapshotOf({listener}));
        EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(80)) << listener.key.localPort;
    }
}

TEST_F(EndGuardTest, EndsTheListenerOfAPortAndListsTheClient)
{
    const ProcessPtr server = process("server", 80);
    const ProcessPtr client = process("client", 90);
    m_machine.add(server, {8, 9});
    m_machine.add(client, {10});

    const Result<EndPlan> plan =
        planFor(40000, sharedSnapshotOf({tcpListener(40000).id(8).ownedBy(server),
                                         udpBound(40000, "127.0.0.1").id(9).ownedBy(server),
                                         udpBound(40000).id(10).ownedBy(client)}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(80));
    EXPECT_THAT(pidsOf(plan->leftOut), ElementsAre(90));
}

TEST_F(EndGuardTest, DoesNotTreatASystemdSocketAsAClient)
{
    const ProcessPtr init = systemd();
    m_machine.add(init, {9});
    m_machine.socketUnits[40000] = {"game.socket", "game.service"};

    const Result<EndPlan> plan =
        planFor(40000, sharedSnapshotOf({udpBound(40000).id(9).ownedBy(init)}));

    EXPECT_THAT(plan->leftOut, IsEmpty());
    EXPECT_EQ(plan->candidates.front().stopCommand, "systemctl stop game.socket game.service");
}

TEST_F(EndGuardTest, ReportsWhoCanSeeAHiddenClient)
{
    const Result<EndPlan> plan =
        planFor(40000, sharedSnapshotOf({udpBound(40000).ownerState(OwnerState::Hidden)}));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::PermissionDenied);
    EXPECT_EQ(planFor(40000, sharedSnapshotOf({udpBound(40000).ownerState(OwnerState::Kernel)}))
                  .error()
                  .code,
              ErrorCode::NotFound);
}

TEST_F(EndGuardTest, UsesTheEphemeralRangeOfThisKernel)
{
    m_machine.bindRules.ephemeralPorts = PortRange{10000, 20000};
    const ProcessPtr client = process("client", 80);
    m_machine.add(client, {9});

    EXPECT_THAT(planFor(15000, sharedSnapshotOf({udpBound(15000).id(9).ownedBy(client)}))->leftOut,
                testing::SizeIs(1));
    EXPECT_THAT(planFor(40000, sharedSnapshotOf({udpBound(40000).id(9).ownedBy(client)}))->leftOut,
                IsEmpty());
}

TEST(LeftOutToken, IsStable)
{
    EXPECT_EQ(token(Reason::Client), "client");
    EXPECT_EQ(token(Reason::OpenedByAnother), "opened-by-another");
}

}  // namespace
}  // namespace quaywatch
