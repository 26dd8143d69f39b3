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
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Port> portsOf(const std::vector<const SocketRecord*>& listeners)
{
    std::vector<Port> ports;
    for (const SocketRecord* listener : listeners) {
        ports.push_back(listener->key.localPort);
    }
    return ports;
}

/// A machine whose systemd holds several sockets.
class EndUnitsTest : public EndFixture {
protected:
    EndUnitsTest()
    {
        m_machine.add(m_init, {1, 2, 3, 4});
        m_machine.socketUnits = {{7701, {"one.socket", "one.service"}},
                                 {7702, {"two.socket", "two.service"}},
                                 {7703, {"two.socket", "two.service"}},
                                 {7704, {"each.socket", "each@.service"}}};
    }
    [[nodiscard]] SnapshotPtr sockets() const
    {
        return sharedSnapshotOf(
            {tcpListener(7701).id(1).ownedBy(m_init), tcpListener(7702).id(2).ownedBy(m_init),
             tcpListener(7703).id(3).ownedBy(m_init), tcpListener(7704).id(4).ownedBy(m_init)});
    }

    ProcessPtr m_init = systemd();
};

TEST_F(EndUnitsTest, NamesTheUnitOfTheRequestedSystemdSocket)
{
    const std::vector<std::pair<Port, std::string>> cases{
        {7701, "sudo systemctl stop one.socket one.service"},
        {7702, "sudo systemctl stop two.socket two.service"},
        {7704, "sudo systemctl stop each.socket"}};
    for (const auto& [port, command] : cases) {
        const Result<EndPlan> plan = planFor(port, sockets());

        ASSERT_TRUE(plan);
        ASSERT_THAT(pidsOf(plan->candidates), ElementsAre(1));
        const EndCandidate& candidate = plan->candidates.front();
        EXPECT_EQ(candidate.stopCommand, command);
        EXPECT_THAT(portsOf(candidate.listeners), ElementsAre(port));
    }
}

TEST_F(EndUnitsTest, ReportsWhatElseStoppingAUnitCloses)
{
    EXPECT_THAT(portsOf(planFor(7702, sockets())->candidates.front().alsoClosed),
                ElementsAre(7703));
    EXPECT_THAT(planFor(7701, sockets())->candidates.front().alsoClosed, IsEmpty());
}

TEST_F(EndUnitsTest, ReportsOtherListenersThatTheServiceWillClose)
{
    auto service = std::make_shared<ProcessInfo>(*childOf(1, "one", 50));
    service->unit = "one.service";
    m_machine.add(service, {1, 5});

    const Result<EndPlan> plan =
        planFor(7701, sharedSnapshotOf({tcpListener(7701).id(1).ownedBy({m_init, service}),
                                        tcpListener(7702).id(2).ownedBy(m_init),
                                        tcpListener(8000).id(5).ownedBy(service)}));

    ASSERT_THAT(pidsOf(plan->candidates), ElementsAre(1, 50));
    EXPECT_THAT(portsOf(plan->candidates.front().alsoClosed), ElementsAre(8000));
    EXPECT_THAT(portsOf(plan->candidates.back().listeners), ElementsAre(7701, 8000));
    EXPECT_THAT(plan->candidates.back().alsoClosed, IsEmpty());
}

TEST_F(EndUnitsTest, NamesNoSocketUnitForAPortOpenedByTheService)
{
    auto service = std::make_shared<ProcessInfo>(*childOf(1, "one", 50));
    service->unit = "one.service";
    m_machine.add(service, {1, 5}).details.socketUnit = "one.socket";

    const Result<EndPlan> plan =
        planFor(8000, sharedSnapshotOf({tcpListener(7701).id(1).ownedBy({m_init, service}),
                                        tcpListener(8000).id(5).ownedBy(service)}));

    EXPECT_THAT(plan->candidates.front().socketUnits, IsEmpty());
    EXPECT_THAT(plan->candidates.front().restartingUnits, IsEmpty());
}

TEST_F(EndUnitsTest, NamesEachUnitOfASharedPort)
{
    const SnapshotPtr snapshot = sharedSnapshotOf(
        {tcpListener(7701, "127.0.0.1").id(1).ownedBy(m_init).serviceContext("one.socket"),
         tcpListener(7701, "127.0.0.2").id(2).ownedBy(m_init).serviceContext("two.socket")});

    EXPECT_EQ(planFor(7701, snapshot)->stop()->units,
              (std::vector<std::string>{"one.socket", "two.socket", "one.service", "two.service"}));
    const Result<EndPlan> one = planEndOn(
        m_machine.system(), {.port = 7701, .socket = snapshot->sockets.back().key}, snapshot);
    EXPECT_EQ(one->candidates.front().stopCommand, "sudo systemctl stop two.socket two.service");
}

TEST_F(EndUnitsTest, PrefersTheControlGroupOfASocketToTheFiles)
{
    m_machine.socketUnits[1] = {"echo@7701.socket", "echo@7701.service"};

    const Result<EndPlan> plan = planFor(
        7701, sharedSnapshotOf(
                  {tcpListener(7701).id(1).ownedBy(m_init).serviceContext("echo@7701.socket")}));

    EXPECT_EQ(plan->candidates.front().stopCommand,
              "sudo systemctl stop echo@7701.socket echo@7701.service");
}

TEST_F(EndUnitsTest, NamesNoUnitWhereItIsUnknown)
{
    const Result<EndPlan> plan =
        planFor(9000, sharedSnapshotOf({tcpListener(9000).id(1).ownedBy(m_init)}));

    EXPECT_EQ(plan->candidates.front().refusal, "systemd runs the services and is never signaled");
    EXPECT_EQ(plan->candidates.front().stopCommand, std::nullopt);
}

TEST_F(EndUnitsTest, StopsNoUnitWhenTheManagerWasNamedByPid)
{
    const Result<EndPlan> plan = planEndOn(m_machine.system(), {.process = m_init->id}, sockets());

    EXPECT_EQ(plan->candidates.front().refusal, "systemd runs the services and is never signaled");
    EXPECT_THAT(plan->candidates.front().listeners, IsEmpty());
    EXPECT_EQ(plan->stop(), std::nullopt);
}

TEST_F(EndUnitsTest, StopsNoSessionThatInheritedASocket)
{
    auto shell = std::make_shared<ProcessInfo>(*process("shell", 50));
    shell->unit = "session-3.scope";
    m_machine.add(shell, {1});

    const Result<EndPlan> plan =
        planFor(7701, sharedSnapshotOf({tcpListener(7701).id(1).ownedBy({m_init, shell}).uid(0)}));

    EXPECT_EQ(plan->candidates.back().stopCommand, "sudo systemctl stop one.socket one.service");
}

TEST_F(EndUnitsTest, StopsTheInstanceOfATemplate)
{
    auto instance = std::make_shared<ProcessInfo>(*childOf(1, "each", 50));
    instance->unit = "each@3-127.0.0.1:7704.service";
    m_machine.add(instance, {4});

    const Result<EndPlan> plan = planFor(
        7704, sharedSnapshotOf({tcpListener(7704).id(4).ownedBy({m_init, instance}).uid(0)}));

    EXPECT_EQ(plan->candidates.back().stopCommand,
              "sudo systemctl stop each.socket each@3-127.0.0.1:7704.service");
}

TEST_F(EndUnitsTest, NamesTheServiceThatStoredItsSocketWithSystemd)
{
    const Result<EndPlan> plan = planFor(
        9000,
        sharedSnapshotOf({tcpListener(9000).id(1).ownedBy(m_init).serviceContext("kept.service")}));

    EXPECT_EQ(plan->candidates.front().stopCommand, "sudo systemctl stop kept.service");
}

TEST_F(EndUnitsTest, ReadsTheUnitFilesOfTheUserWhoseManagerHoldsTheSocket)
{
    const ProcessPtr manager = process("systemd", 60);
    m_machine.add(manager, {9}).manager = ServiceManager::User;
    m_machine.currentUser = {.uid = 0, .user = "root", .isPrivileged = true};
    EndSystem system = m_machine.system();
    std::optional<SocketUnitQuestion> asked;
    system.findSocketUnit = [&](const SocketUnitQuestion& question) {
        asked = question;
        return std::optional(SocketUnit{"mine.socket", "mine.service"});
    };
    const SnapshotPtr snapshot = sharedSnapshotOf({tcpListener(7800).id(9).ownedBy(manager)});

    const Result<EndPlan> plan = planEndOn(system, {.port = 7800}, snapshot);

    EXPECT_EQ(asked->manager, ServiceManager::User);
    EXPECT_EQ(asked->managerProcess, manager->id);
    EXPECT_EQ(plan->candidates.front().stopCommand,
              "systemctl --user -M alice@ stop mine.socket mine.service");
}

TEST_F(EndUnitsTest, LeavesAUserUnitNamedLikeASystemUnitToTheUserManager)
{
    auto others = std::make_shared<ProcessInfo>(*process("one", 70));
    others->unit = "one.service";
    m_machine.add(others, {9}).details.info.unitManagerUid = 1000;

    const Result<EndPlan> plan =
        planFor(7701, sharedSnapshotOf({tcpListener(7701).id(1).ownedBy(m_init),
                                        tcpListener(8001).id(9).ownedBy(others)}));

    EXPECT_THAT(plan->candidates.front().alsoClosed, IsEmpty());
}

/// A user's manager that claims that port 7800 belongs to ssh.socket.
class UsersUnitsTest : public EndFixture {
protected:
    UsersUnitsTest()
    {
        m_machine.currentUser = {.uid = 0, .user = "root", .isPrivileged = true};
        m_machine.add(m_manager, {9}).manager = ServiceManager::User;
        m_machine.socketUnits = {{7800, {"ssh.socket", "ssh.service"}}};
    }
    /// The plan for a process that shares the manager's socket.
    EndCandidate candidateFor(const ProcessPtr& server)
    {
        Result<EndPlan> plan =
            planFor(7800, sharedSnapshotOf({tcpListener(7800).id(9).ownedBy({m_manager, server})}));
        EXPECT_EQ(pidsOf(plan->candidates).back(), server->id.pid);
        return std::move(plan->candidates.back());
    }

    ProcessPtr m_manager = process("systemd", 60, 1001, "bob");
    ProcessPtr m_server = process("server", 70, 1001, "bob");
};

TEST_F(UsersUnitsTest, AreNeverMistakenForSystemUnits)
{
    m_machine.add(m_server, {9});

    EXPECT_EQ(candidateFor(m_server).stopCommand,
              "systemctl --user -M bob@ stop ssh.socket ssh.service");

    auto ofSystem = std::make_shared<ProcessInfo>(*m_server);
    ofSystem->unit = "ssh.service";
    m_machine.add(ofSystem, {9});
    EXPECT_EQ(candidateFor(ofSystem).stopCommand,
              "systemctl --user -M bob@ stop ssh.socket ssh.service");
}

TEST_F(UsersUnitsTest, YieldToTheSystemUnitOfTheProcess)
{
    m_machine.add(m_server, {9}).details.restartingUnit = "server.service";

    const EndCandidate candidate = candidateFor(m_server);

    EXPECT_EQ(candidate.stopCommand, "systemctl stop server.service");
    EXPECT_THAT(candidate.socketUnits, IsEmpty());
}

TEST_F(UsersUnitsTest, AreStoppedByTheManagerOfTheControlGroup)
{
    const ProcessPtr roots = process("server", 70, 0, "root");
    FakeProcess& fake = m_machine.add(roots, {3});
    fake.details.restartingUnit = "foo.service";
    fake.details.info.unitManagerUid = 1001;

    EXPECT_EQ(planForOne(roots).candidates.front().stopCommand,
              "systemctl --user -M 1001@ stop foo.service");

    m_machine.currentUser = {.uid = 1001, .user = "bob", .isPrivileged = false};
    EXPECT_EQ(planForOne(roots).candidates.front().stopCommand,
              "systemctl --user stop foo.service");

    m_machine.currentUser = {.uid = 1002, .user = "carol", .isPrivileged = false};
    EXPECT_EQ(planForOne(roots).candidates.front().stopCommand,
              "sudo systemctl --user -M 1001@ stop foo.service");
}

TEST_F(UsersUnitsTest, AreNotNamedWhereTwoUsersClaimTheSocket)
{
    const ProcessPtr other = process("systemd", 61, 1002, "carol");
    m_machine.add(other, {10}).manager = ServiceManager::User;
    m_machine.add(m_server, {9, 10});
    m_machine.socketUnits = {{7800, {"a.socket", "a.service"}}};
    const SnapshotPtr snapshot =
        sharedSnapshotOf({tcpListener(7800, "127.0.0.1").id(9).ownedBy({m_manager, m_server}),
                          tcpListener(7800, "127.0.0.2").id(10).ownedBy({other, m_server})});

    const Result<EndPlan> plan = planFor(7800, snapshot);

    ASSERT_THAT(pidsOf(plan->candidates), ElementsAre(60, 61, 70));
    EXPECT_EQ(plan->candidates[0].stopCommand, "systemctl --user -M bob@ stop a.socket a.service");
    EXPECT_EQ(plan->candidates[1].stopCommand,
              "systemctl --user -M carol@ stop a.socket a.service");
    EXPECT_EQ(plan->candidates[2].stopCommand, std::nullopt);
}

TEST_F(UsersUnitsTest, HaveValidNamesOnly)
{
    m_machine.add(m_server, {9});
    m_machine.socketUnits = {{7800, {"--root=x.socket", "x;reboot"}}};

    const EndCandidate candidate = candidateFor(m_server);

    EXPECT_EQ(candidate.stopCommand, std::nullopt);
    EXPECT_THAT(candidate.socketUnits, IsEmpty());
    EXPECT_THAT(candidate.restartingUnits, IsEmpty());
}

TEST_F(UsersUnitsTest, AreNotFromASystemControlGroup)
{
    m_machine.add(m_server, {9});
    EndSystem system = m_machine.system();
    std::vector<std::optional<std::string>> asked;
    system.findSocketUnit = [&](const SocketUnitQuestion& question) {
        asked.push_back(question.unit);
        return std::optional<SocketUnit>();
    };

    const Result<EndPlan> plan = planEndOn(system, {.port = 7800},
                                           sharedSnapshotOf({tcpListener(7800)
                                                                 .id(9)
                                                                 .ownedBy({m_manager, m_server})
                                                                 .serviceContext("ssh.service")}));

    EXPECT_THAT(asked, testing::Each(std::nullopt));
    EXPECT_EQ(plan->candidates.back().stopCommand, std::nullopt);
}

}  // namespace
}  // namespace quaywatch
