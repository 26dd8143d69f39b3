// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/end_process.h"
#include "tests/support/machine/end_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace quaywatch {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using Reason = LeftOut::Reason;

/// The holders of a socket that root opened, and the service context in which it was created.
class HandedSocketTest : public EndFixture {
protected:
    HandedSocketTest() { m_machine.currentUser = {.uid = 0, .user = "root", .isPrivileged = true}; }

    struct Relation {
        std::uint32_t parent = 1;
        std::uint32_t session = 0;  ///< 0: its own session.
        std::string unit = {};
        std::string container = {};
    };
    ProcessPtr add(const std::string& name, std::uint32_t pid, std::uint32_t uid,
                   const Relation& relation)
    {
        auto info = std::make_shared<ProcessInfo>(*process(name, pid, uid, std::to_string(uid)));
        info->parentPid = relation.parent;
        info->session = relation.session == 0 ? pid : relation.session;
        if (!relation.unit.empty()) {
            info->unit = relation.unit;
        }
        if (!relation.container.empty()) {
            info->container = relation.container;
        }
        m_machine.add(info, {7});
        return info;
    }
    void setParents(std::uint32_t pid, const std::vector<ProcessPtr>& parents)
    {
        for (const ProcessPtr& parent : parents) {
            m_machine.at(pid).details.parents.push_back({parent->id, parent->name});
        }
    }
    EndPlan plan(const std::vector<ProcessPtr>& owners,
                 const std::function<void(SocketBuilder&)>& where = {})
    {
        SocketBuilder listener = tcpListener(80).id(7).ownedBy(owners).uid(0, "root");
        if (where) {
            where(listener);
        }
        Result<EndPlan> plan = planFor(80, sharedSnapshotOf({listener}));
        EXPECT_TRUE(plan) << plan.error().context;
        return std::move(*plan);
    }
    static std::function<void(SocketBuilder&)> madeIn(const std::string& unit)
    {
        return [unit](SocketBuilder& listener) { listener.serviceContext(unit); };
    }
};

TEST_F(HandedSocketTest, ExcludesAProcessOfAnotherUnit)
{
    const ProcessPtr bus = add("dbus-daemon", 30, 105, {.unit = "dbus.service"});
    const ProcessPtr rootd = add("rootd", 40, 0, {.unit = "rootd.service"});
    const ProcessPtr master = add("nginx", 50, 0, {.unit = "nginx.service"});
    const ProcessPtr worker = add("nginx", 51, 33, {50, 50, "nginx.service"});

    EndPlan plan = this->plan({bus, rootd, master, worker}, madeIn("nginx.service"));

    EXPECT_THAT(pidsOf(plan.candidates), ElementsAre(50));
    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(30, 40));
    EXPECT_EQ(plan.leftOut.front().leftOut->reason, Reason::HandedOn);
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "it received the socket from another process, and is not related to nginx (process "
              "50), which listens there");
    static_cast<void>(execute(plan, ProcessSignal::Kill, kNoWait));
    EXPECT_THAT(m_machine.at(30).received, IsEmpty());
    EXPECT_THAT(m_machine.at(40).received, IsEmpty());
    EXPECT_THAT(m_machine.at(51).received, ElementsAre(ProcessSignal::Kill));
}

TEST_F(HandedSocketTest, ExcludesTheSessionBusOfTheSameUser)
{
    const ProcessPtr bus = add("dbus-daemon", 30, 1001, {.unit = "dbus.service"});
    const ProcessPtr backdoor = add("python3.11", 50, 1001, {.unit = "app-x.scope"});

    const EndPlan plan = this->plan({bus, backdoor}, [](SocketBuilder& listener) {
        listener.uid(1001, "mallory").serviceContext("app-x.scope");
    });

    EXPECT_THAT(pidsOf(plan.candidates), ElementsAre(50));
    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(30));
}

TEST_F(HandedSocketTest, DoesNotMistakeAUserUnitForASystemUnit)
{
    const ProcessPtr server = add("nginx", 50, 0, {.unit = "nginx.service"});
    auto users = std::make_shared<ProcessInfo>(*add("helper", 60, 0, {.unit = "nginx.service"}));
    users->unitManagerUid = 1001;
    m_machine.add(users, {7});

    const EndPlan plan = this->plan({server, users}, madeIn("nginx.service"));

    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(60));
}

TEST_F(HandedSocketTest, DoesNotTrustInheritanceIfRootOpenedTheSocket)
{
    const ProcessPtr bus = add("dbus-daemon", 30, 105, {});
    const ProcessPtr rootd = add("rootd", 40, 0, {});
    const ProcessPtr master = add("httpd", 50, 0, {});
    const ProcessPtr worker = add("httpd", 51, 33, {.parent = 50, .session = 50});

    const EndPlan plan = this->plan({bus, rootd, master, worker});

    // The server may be dbus-daemon, which runs as another user since, and rootd or httpd may have
    // received its socket and then forked.
    EXPECT_THAT(plan.candidates, IsEmpty());
    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(30, 40, 50, 51));
}

TEST_F(HandedSocketTest, EndsNoOwnerUnaskedWhereTheOpenerIsUnknown)
{
    const ProcessPtr rootd = add("rootd", 40, 0, {});
    const ProcessPtr server = add("memcached", 50, 33, {});

    const EndPlan plan = this->plan({rootd, server});

    EXPECT_THAT(plan.candidates, IsEmpty());
    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(40, 50));
    EXPECT_EQ(plan.leftOut.front().leftOut->reason, Reason::OpenerUnknown);
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "it shares the socket with memcached (process 50), to which it is not related, and "
              "nothing shows which of them opened it");
}

TEST_F(HandedSocketTest, LeavesOutASoleOwnerFromElsewhere)
{
    const ProcessPtr server = add("memcached", 50, 33, {.unit = "session-3.scope"});

    const EndPlan plan = this->plan({server}, madeIn("memcached.service"));

    EXPECT_THAT(plan.candidates, IsEmpty());
    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(50));
    EXPECT_EQ(plan.leftOut.front().leftOut->reason, Reason::HandedOn);
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "the socket was opened in memcached.service, to which it does not belong");
}

TEST_F(HandedSocketTest, EndsASoleOwnerOfTheSameUnit)
{
    const ProcessPtr server = add("memcached", 50, 33, {.unit = "memcached.service"});

    EXPECT_THAT(pidsOf(plan({server}, madeIn("memcached.service")).candidates), ElementsAre(50));
}

TEST_F(HandedSocketTest, DoesNotTrustInheritanceIfAnotherOfTheUserHoldsTheSocket)
{
    const ProcessPtr opener = add("sleep", 40, 1000, {});
    const ProcessPtr receiver = add("agent", 50, 1000, {});
    const ProcessPtr worker = add("agent", 51, 1000, {.parent = 50, .session = 50});

    const EndPlan plan = this->plan({opener, receiver, worker},
                                    [](SocketBuilder& listener) { listener.uid(1000, "alice"); });

    EXPECT_THAT(plan.candidates, IsEmpty());
}

TEST_F(HandedSocketTest, LeavesOutAProcessThatCanBecomeRoot)
{
    const ProcessPtr server = add("server", 50, 1000, {});
    m_machine.at(50).canBecomeRoot = true;

    const EndPlan plan =
        this->plan({server}, [](SocketBuilder& listener) { listener.uid(1000, "alice"); });

    ASSERT_THAT(pidsOf(plan.leftOut), ElementsAre(50));
    EXPECT_EQ(plan.leftOut.front().leftOut->text,
              "it runs as root, but the socket was opened by alice");
}

TEST_F(HandedSocketTest, EndsAProcessNamedByPid)
{
    const ProcessPtr rootd = add("rootd", 40, 0, {.unit = "rootd.service"});
    const ProcessPtr server = add("nginx", 50, 0, {.unit = "nginx.service"});
    const SnapshotPtr snapshot = sharedSnapshotOf(
        {tcpListener(80).id(7).ownedBy({rootd, server}).serviceContext("nginx.service")});

    const Result<EndPlan> plan = planEndOn(m_machine.system(), {.process = rootd->id}, snapshot);

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(40));
}

TEST_F(HandedSocketTest, EndsAProcessThatAlsoListensByItsOwnSocket)
{
    const ProcessPtr rootd = add("rootd", 40, 0, {.unit = "rootd.service"});
    const ProcessPtr server = add("nginx", 50, 0, {.unit = "nginx.service"});

    const Result<EndPlan> plan = planFor(
        80,
        sharedSnapshotOf(
            {tcpListener(80).id(7).ownedBy({rootd, server}).serviceContext("nginx.service"),
             tcpListener(80, "127.0.0.1").id(8).ownedBy(rootd).serviceContext("rootd.service")}));

    EXPECT_THAT(pidsOf(plan->candidates), ElementsAre(40, 50));
}

/// Owners that got the socket from one another in an ordinary way: all of them are ended.
class RelatedOwnersTest : public HandedSocketTest {
protected:
    void expectNoneExcluded(const std::vector<ProcessPtr>& owners, const std::string& unit)
    {
        EXPECT_THAT(plan(owners, madeIn(unit)).leftOut, IsEmpty()) << "made in " << unit;
        std::vector<ProcessPtr> bare;
        for (const ProcessPtr& owner : owners) {
            auto info = std::make_shared<ProcessInfo>(*owner);
            info->unit.reset();
            info->container.reset();
            m_machine.at(info->id.pid).details.info = *info;
            bare.push_back(info);
        }
        EXPECT_THAT(plan(bare).leftOut, IsEmpty()) << "no cgroup is known";
    }
};

TEST_F(RelatedOwnersTest, ARootMasterAndItsWorkers)
{
    expectNoneExcluded({add("nginx", 50, 0, {.unit = "nginx.service"}),
                        add("nginx", 51, 33, {50, 50, "nginx.service"}),
                        add("nginx", 52, 33, {50, 50, "nginx.service"})},
                       "nginx.service");
}

TEST_F(RelatedOwnersTest, ADatabaseWhoseChildrenStartSessions)
{
    expectNoneExcluded({add("postgres", 50, 110, {.unit = "postgresql@15-main.service"}),
                        add("postgres", 51, 110, {50, 51, "postgresql@15-main.service"}),
                        add("postgres", 52, 110, {50, 52, "postgresql@15-main.service"})},
                       "postgresql@15-main.service");
}

TEST_F(RelatedOwnersTest, ADaemonAndItsChildInALoginScope)
{
    expectNoneExcluded({add("sshd", 50, 0, {.unit = "ssh.service"}),
                        add("sshd-session", 60, 0, {50, 60, "session-3.scope"})},
                       "ssh.service");
}

TEST_F(RelatedOwnersTest, APoolWithOtherUsersWorkers)
{
    expectNoneExcluded({add("php-fpm8.2", 50, 0, {.unit = "php8.2-fpm.service"}),
                        add("php-fpm8.2", 51, 33, {50, 50, "php8.2-fpm.service"}),
                        add("php-fpm8.2", 52, 1005, {50, 50, "php8.2-fpm.service"})},
                       "php8.2-fpm.service");
}

TEST_F(RelatedOwnersTest, WorkersThatLostTheirParent)
{
    expectNoneExcluded({add("gunicorn", 51, 33, {1, 50, "shop.service"}),
                        add("gunicorn", 52, 33, {1, 50, "shop.service"})},
                       "shop.service");
}

TEST_F(RelatedOwnersTest, ANewMasterWithWorkersOfAnOldOne)
{
    expectNoneExcluded({add("nginx", 51, 33, {1, 50, "nginx.service"}),
                        add("nginx", 60, 0, {1, 50, "nginx.service"}),
                        add("nginx", 61, 33, {60, 50, "nginx.service"})},
                       "nginx.service");
}

TEST_F(RelatedOwnersTest, TwoGenerationsOfAServerThatPassesItsSockets)
{
    expectNoneExcluded({add("haproxy", 50, 120, {.unit = "haproxy.service"}),
                        add("haproxy", 70, 120, {.unit = "haproxy.service"})},
                       "haproxy.service");
}

TEST_F(RelatedOwnersTest, AContainerProxyAndItsDaemon)
{
    expectNoneExcluded({add("dockerd", 50, 0, {.unit = "docker.service"}),
                        add("docker-proxy", 60, 0, {50, 60, "docker.service"})},
                       "docker.service");
}

TEST_F(HandedSocketTest, LeavesOutUnrelatedProgramsOfOneContainer)
{
    const std::string unit = "docker-0123456789ab.scope";
    const std::string container = "docker:0123456789ab";
    const ProcessPtr first = add("nginx", 50, 0, {40, 0, unit, container});
    const ProcessPtr second = add("other", 60, 0, {45, 0, unit, container});

    const EndPlan plan = this->plan({first, second}, [&](SocketBuilder& listener) {
        listener.serviceContext(unit, container);
    });

    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(50, 60));
    EXPECT_EQ(plan.leftOut.front().leftOut->reason, Reason::OpenerUnknown);
}

TEST_F(RelatedOwnersTest, AGrandchildWhoseParentClosedTheSocket)
{
    const ProcessPtr server = add("server", 50, 0, {});
    const ProcessPtr shell = add("sh", 55, 0, {.parent = 50});
    const ProcessPtr tool = add("tool", 60, 33, {.parent = 55});
    setParents(60, {shell, server});

    EXPECT_THAT(plan({server, tool}).leftOut, IsEmpty());
}

TEST_F(RelatedOwnersTest, OrphansOfADevelopersTerminal)
{
    const ProcessPtr node = add("node", 60, 1000, {.session = 50});
    const ProcessPtr bundler = add("esbuild", 61, 1000, {.session = 50});

    const EndPlan plan =
        this->plan({node, bundler}, [](SocketBuilder& listener) { listener.uid(1000, "alice"); });

    EXPECT_THAT(pidsOf(plan.candidates), ElementsAre(60, 61));
}

TEST_F(HandedSocketTest, FindsTheServiceOfASystemdSocket)
{
    const ProcessPtr init = systemd();
    m_machine.add(init, {7});
    m_machine.socketUnits[80] = {"web.socket", "shop.service"};
    const ProcessPtr bus = add("dbus-daemon", 30, 105, {.unit = "dbus.service"});
    const ProcessPtr shop = add("shop", 50, 33, {.unit = "shop.service"});
    const ProcessPtr helper = add("helper", 60, 34, {.unit = "shop.service"});

    const EndPlan alone = plan({init, shop, helper}, madeIn("web.socket"));
    const EndPlan shared = plan({init, bus, shop, helper}, madeIn("web.socket"));

    EXPECT_THAT(alone.leftOut, IsEmpty());
    EXPECT_THAT(pidsOf(shared.candidates), ElementsAre(1, 50, 60));
    EXPECT_THAT(pidsOf(shared.leftOut), ElementsAre(30));
}

TEST_F(HandedSocketTest, FindsTheServiceOfAnUnreadableSocketUnit)
{
    const ProcessPtr bus = add("dbus-daemon", 30, 105, {.unit = "dbus.service"});
    const ProcessPtr shop = add("shop", 50, 33, {.unit = "shop.service"});

    const EndPlan plan = this->plan({bus, shop}, madeIn("shop.socket"));

    EXPECT_THAT(pidsOf(plan.candidates), ElementsAre(50));
    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(30));
}

TEST_F(HandedSocketTest, DoesNotRelateProcessesByTheServiceManagerAlone)
{
    const ProcessPtr manager = add("systemd", 20, 1001, {.unit = "user@1001.service"});
    m_machine.at(20).manager = ServiceManager::User;
    const ProcessPtr bus = add("dbus-daemon", 30, 1001, {.parent = 20});
    const ProcessPtr app = add("app", 50, 1001, {.parent = 20});

    const EndPlan plan = this->plan({manager, bus, app},
                                    [](SocketBuilder& listener) { listener.uid(1001, "mallory"); });

    EXPECT_THAT(pidsOf(plan.leftOut), ElementsAre(30, 50));
}

TEST(LeftOutTokenOfHandedSockets, IsStable)
{
    EXPECT_EQ(token(Reason::HandedOn), "handed-on");
    EXPECT_EQ(token(Reason::OpenerUnknown), "opener-unknown");
}

}  // namespace
}  // namespace quaywatch
