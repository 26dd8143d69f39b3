// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"

#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Kind = EndOutcome::Kind;

class EndPlanTest : public EndFixture {};

TEST_F(EndPlanTest, PlansTheOwnerWithAllItsListeners)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7, 8});
    const SnapshotPtr snapshot = sharedSnapshotOf(
        {tcpListener(931).id(7).ownedBy(server), tcpListener(932).id(8).ownedBy(server),
         tcpConnection("127.0.0.1", 931, "127.0.0.1", 5000).ownedBy(server)});

    const Result<EndPlan> plan = planFor(931, snapshot);

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
    EXPECT_EQ(plan->candidates.front().listeners.size(), 2U);
    EXPECT_TRUE(plan->candidates.front().handle);
    EXPECT_THAT(plan->gaps, IsEmpty());
}

TEST_F(EndPlanTest, PlansOfOneListenerOnlyItsOwners)
{
    const ProcessPtr meant = process("meant", 50);
    const ProcessPtr neighbor = process("neighbor", 60);
    m_machine.add(meant, {7});
    m_machine.add(neighbor, {8});
    const SnapshotPtr snapshot =
        sharedSnapshotOf({tcpListener(931, "127.0.0.1").id(7).ownedBy(meant),
                          tcpListener(931, "127.0.0.2").id(8).ownedBy(neighbor)});

    const Result<EndPlan> plan = planEndOn(
        m_machine.system(), {.port = 931, .socket = snapshot->sockets.front().key}, snapshot);

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
}

TEST_F(EndPlanTest, NamesTheProtocolInTheSuggestedCommand)
{
    const SnapshotPtr snapshot =
        sharedSnapshotOf({tcpListener(931).ownerState(OwnerState::Hidden)});

    const Result<EndPlan> plan =
        planEndOn(m_machine.system(), {.port = 931, .protocol = Protocol::Tcp}, snapshot);

    ASSERT_FALSE(plan);
    EXPECT_THAT(plan.error().context.english(), HasSubstr("sudo quaywatch-cli kill port:931/tcp"));
}

TEST_F(EndPlanTest, NeverPlansAClientOfThePort)
{
    const ProcessPtr server = process("server", 50);
    const ProcessPtr client = process("client", 60);
    m_machine.add(server, {7});
    m_machine.add(client, {9});

    const Result<EndPlan> plan = planFor(
        931,
        sharedSnapshotOf({tcpListener(931).id(7).ownedBy(server),
                          tcpConnection("127.0.0.1", 931, "127.0.0.1", 5000).ownedBy(client)}));

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
}

TEST_F(EndPlanTest, ReportsThatNothingListens)
{
    const Result<EndPlan> plan = planFor(931, sharedSnapshotOf({}));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::NotFound);
    EXPECT_EQ(plan.error().context, "nothing in this network namespace listens on port 931");
}

TEST_F(EndPlanTest, ReportsWhoCanEndAHiddenOwner)
{
    const SnapshotPtr snapshot = sharedSnapshotOf(
        {tcpListener(931).ownerState(OwnerState::Hidden).serviceContext("cups.service")});

    const Result<EndPlan> plan = planFor(931, snapshot);

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::PermissionDenied);
    EXPECT_THAT(plan.error().context.english(), HasSubstr("sudo quaywatch-cli kill port:931"));
    EXPECT_THAT(plan.error().context.english(), HasSubstr("cups.service"));
}

TEST_F(EndPlanTest, ReportsThatTheKernelHoldsThePort)
{
    const Result<EndPlan> plan =
        planFor(2049, sharedSnapshotOf({tcpListener(2049).ownerState(OwnerState::Kernel)}));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::NotFound);
    EXPECT_THAT(plan.error().context.english(), HasSubstr("kernel"));
}

TEST_F(EndPlanTest, PlansTheParentOfWorkersThatShareItsListener)
{
    const ProcessPtr parent = process("nginx", 50);
    const ProcessPtr worker = childOf(50, "nginx", 51);
    const ProcessPtr grandchild = childOf(51, "nginx", 52);
    for (const ProcessPtr& one : {parent, worker, grandchild}) {
        m_machine.add(one, {7});
    }

    const Result<EndPlan> plan = planFor(
        80, sharedSnapshotOf({tcpListener(80).id(7).ownedBy({parent, worker, grandchild})}));

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50));
    EXPECT_THAT(
        plan->candidates.front().workers,
        ElementsAre(RelatedProcess{worker->id, "nginx"}, RelatedProcess{grandchild->id, "nginx"}));
}

TEST_F(EndPlanTest, PlansOnlyAChildThatSharesNoListener)
{
    const ProcessPtr parent = process("parent", 50);
    const ProcessPtr child = childOf(50, "child", 51);
    m_machine.add(parent, {7});
    m_machine.add(child, {8});

    const Result<EndPlan> plan =
        planFor(80, sharedSnapshotOf({tcpListener(80).id(7).ownedBy(parent),
                                      tcpListener(80, "127.0.0.1").id(8).ownedBy(child)}));

    ASSERT_TRUE(plan);
    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(50, 51));
}

TEST_F(EndPlanTest, HandlesACycleOfParents)
{
    const ProcessPtr a = childOf(51, "a", 50);
    const ProcessPtr b = childOf(50, "b", 51);
    m_machine.add(a, {7});
    m_machine.add(b, {7});

    EXPECT_TRUE(planFor(80, sharedSnapshotOf({tcpListener(80).id(7).ownedBy({a, b})})));
}

TEST_F(EndPlanTest, NamesTheUnitsOfASocketThatSystemdHolds)
{
    const ProcessPtr init = systemd();
    auto cups = std::make_shared<ProcessInfo>(*childOf(1, "cupsd", 50));
    cups->unit = "cups.service";
    m_machine.add(init, {7});
    m_machine.add(cups, {7});
    m_machine.socketUnits[631] = {"cups.socket", "cups.service"};

    const Result<EndPlan> plan =
        planFor(631, sharedSnapshotOf({tcpListener(631).id(7).ownedBy({init, cups})}));

    ASSERT_TRUE(plan);
    ASSERT_THAT(pidsOf(plan->candidates), ElementsAre(1, 50));
    const EndCandidate& refused = plan->candidates.front();
    EXPECT_TRUE(refused.refusal);
    EXPECT_FALSE(refused.handle);
    EXPECT_THAT(*refused.refusal, HasSubstr("cups.socket"));
    EXPECT_EQ(refused.stopCommand, "sudo systemctl stop cups.socket cups.service");
    EXPECT_EQ(plan->stop(), (UnitStop{{"cups.socket", "cups.service"}, {}, true}));
    const EndCandidate& service = plan->candidates.back();
    EXPECT_FALSE(service.refusal);
    EXPECT_THAT(service.socketUnits, ElementsAre("cups.socket"));
    EXPECT_THAT(service.restartingUnits, ElementsAre("cups.service"));
}

TEST_F(EndPlanTest, UsesTheUserManagerForAUserUnit)
{
    const ProcessPtr server = process("server", 50);
    FakeProcess& fake = m_machine.add(server, {7});
    fake.details.restartingUnit = "app-its\\x2dmine.service";
    fake.details.info.unitManagerUid = 1000;

    EXPECT_EQ(planForOne(server).candidates.front().stopCommand,
              R"(systemctl --user stop 'app-its\x2dmine.service')");

    m_machine.currentUser = {.uid = 0, .user = "root", .isPrivileged = true};
    EXPECT_EQ(planForOne(server).candidates.front().stopCommand,
              R"(systemctl --user -M alice@ stop 'app-its\x2dmine.service')");
}

TEST_F(EndPlanTest, StopsNoUnitWithAnInvalidName)
{
    const ProcessPtr server = process("server", 50);
    FakeProcess& fake = m_machine.add(server, {7});

    for (const char* name : {"--root=x", "../x.service", "a\nb.service", "x;reboot.service", ""}) {
        fake.details.restartingUnit = name;
        const EndPlan plan = planForOne(server);
        EXPECT_FALSE(plan.candidates.front().stopCommand) << name;
        EXPECT_FALSE(plan.stop()) << name;
    }
}

TEST_F(EndPlanTest, NeverPlansThisProgram)
{
    const ProcessPtr self = process("quaywatch", FakeMachine::kOwnPid);
    m_machine.add(self, {7});

    EndPlan plan = planForOne(self);

    EXPECT_EQ(plan.candidates.front().refusal, "this program itself is never signaled");
    const auto outcomes = execute(plan, ProcessSignal::Kill, kNoWait);
    EXPECT_THAT(kindsOf(outcomes), ElementsAre(Kind::Refused));
    EXPECT_THAT(m_machine.at(FakeMachine::kOwnPid).received, IsEmpty());
}

TEST_F(EndPlanTest, ReportsInAdvanceWhoMayEndAnotherUsersProcess)
{
    const ProcessPtr server = process("server", 50, 1001, "bob");
    m_machine.add(server, {7}).mayBeSignaled = false;

    EndPlan plan = planForOne(server);

    ASSERT_EQ(plan.gaps.size(), 1U);
    EXPECT_EQ(plan.gaps.front().remedy, "sudo quaywatch-cli kill port:931");
    EXPECT_THAT(plan.gaps.front().why.english(), StartsWith("only bob or root may end "));
    const auto outcomes = execute(plan, ProcessSignal::Terminate, kNoWait);
    EXPECT_THAT(kindsOf(outcomes), ElementsAre(Kind::Refused));
    EXPECT_THAT(outcomes.front().text.english(), HasSubstr("sudo quaywatch-cli kill port:931"));
}

TEST_F(EndPlanTest, ReportsOnceThatOnlyRootMayEndARootProcess)
{
    const ProcessPtr server = process("server", 50, 0, "root");
    m_machine.add(server, {7}).mayBeSignaled = false;

    EXPECT_EQ(planForOne(server).gaps.front().why, "only root may end server (process 50)");
}

TEST_F(EndPlanTest, FindsNothingWhenTheOwnersPidWasReused)
{
    const ProcessPtr old = process("server", 50);
    auto other = std::make_shared<ProcessInfo>(*old);
    other->id.startTime += 1;
    m_machine.add(other, {});

    const Result<EndPlan> plan =
        planFor(931, sharedSnapshotOf({tcpListener(931).id(7).ownedBy(old)}));

    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::NotFound);
}

TEST_F(EndPlanTest, PlansAProcessByPid)
{
    const ProcessPtr server = process("server", 50);
    m_machine.add(server, {7});
    const SnapshotPtr snapshot = sharedSnapshotOf({tcpListener(931).id(7).ownedBy(server)});
    const EndSystem system = m_machine.system();

    const Result<EndPlan> plan = planEndOn(system, {.process = ProcessId{50, 0}}, snapshot);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->candidates.front().listeners.size(), 1U);

    EXPECT_FALSE(planEndOn(system, {.process = ProcessId{50, 1}}, snapshot));
    EXPECT_FALSE(planEndOn(system, {.process = ProcessId{51, 0}}, snapshot));
    EXPECT_FALSE(planEndOn(system, {.port = Port{80}, .process = server->id}, snapshot));
    EXPECT_FALSE(planEndOn(system, {}, snapshot));
}

TEST_F(EndPlanTest, DoesNotMistakeAProcessForSystemdByNameAndPath)
{
    auto copy = std::make_shared<ProcessInfo>(*process("systemd", 50));
    copy->exe = "/tmp/lib/systemd/systemd";
    m_machine.add(copy, {7});

    const EndPlan plan = planForOne(copy);

    EXPECT_EQ(plan.candidates.front().refusal, std::nullopt);
    EXPECT_TRUE(plan.candidates.front().handle);
}

TEST_F(EndPlanTest, NeverSignalsAUserManager)
{
    const ProcessPtr manager = process("systemd", 50);
    m_machine.add(manager, {7}).manager = ServiceManager::User;

    const EndPlan plan = planForOne(manager);

    EXPECT_EQ(plan.candidates.front().refusal,
              "systemd runs a user's services and is not signaled; to end it anyway: quaywatch-cli "
              "kill 50 --signal KILL");
}

TEST_F(EndPlanTest, EndsAUserManagerOnlyByPidAndNeverProcessOne)
{
    const ProcessPtr manager = process("systemd", 50);
    const ProcessPtr init = systemd();
    m_machine.add(manager, {7}).manager = ServiceManager::User;
    m_machine.add(init, {8});
    const SnapshotPtr snapshot = sharedSnapshotOf(
        {tcpListener(931).id(7).ownedBy(manager), tcpListener(932).id(8).ownedBy(init)});
    const EndSystem system = m_machine.system();
    const auto refusalOf = [&](const EndTarget& target) {
        return planEndOn(system, target, snapshot)->candidates.front().refusal;
    };

    EXPECT_EQ(refusalOf({.process = manager->id, .includesManager = true}), std::nullopt);
    EXPECT_NE(refusalOf({.process = manager->id}), std::nullopt);
    EXPECT_NE(refusalOf({.port = Port{931}, .includesManager = true}), std::nullopt);
    EXPECT_NE(refusalOf({.port = Port{931}, .process = manager->id, .includesManager = true}),
              std::nullopt);
    EXPECT_NE(refusalOf({.process = init->id, .includesManager = true}), std::nullopt);
    EXPECT_EQ(killCommandFor({.process = manager->id, .includesManager = true}),
              "sudo quaywatch-cli kill 50 --signal KILL");
}

TEST_F(EndPlanTest, ReportsWhyAProcessCannotBeHeld)
{
    const ProcessPtr server = process("server", 50);
    FakeProcess& fake = m_machine.add(server, {7});
    const std::vector<std::pair<Error, std::string>> cases{
        {{ErrorCode::PermissionDenied, EPERM, "get a handle on process 50"},
         "get a handle on process 50: Operation not permitted"},
        {{ErrorCode::PermissionDenied, 0, "it is never signaled"}, "it is never signaled"},
        {{ErrorCode::Unsupported, 0, "/proc belongs to another process namespace"},
         "/proc belongs to another process namespace"},
        {{ErrorCode::Unsupported, ENOSYS, "get a handle on process 50"},
         "this system cannot signal it safely (Linux 5.3 or newer is needed)"}};
    for (const auto& [error, refusal] : cases) {
        fake.whyNotHeld = error;
        EXPECT_EQ(planForOne(server).candidates.front().refusal, refusal);
    }
}

TEST_F(EndPlanTest, DoesNotMentionSystemdWhereProcessOneIsAnother)
{
    const ProcessPtr init = process("runit", 1, 0, "root");
    m_machine.add(init, {7}).manager = ServiceManager::Init;
    m_machine.socketUnits[931] = {"x.socket", "x.service"};

    const EndPlan plan = planForOne(init);

    EXPECT_EQ(plan.candidates.front().refusal, "process 1 runs the system and is never signaled");
    EXPECT_EQ(plan.candidates.front().stopCommand, std::nullopt);
}

}  // namespace
}  // namespace quaywatch
