// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/explain/explain.h"

#include "core/assess/assess.h"
#include "core/sockets/classify.h"

#include "tests/support/machine/explained.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch {
namespace {

using test::Explained;
using test::kAlice;
using test::kDebianRules;
using test::kRoot;
using test::netcat;
using test::process;
using test::snapshotOf;
using test::SocketBuilder;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(ExplainPort, ReportsTheListenersAndTheirVerdicts)
{
    const Explained port(931, {netcat()});

    EXPECT_THAT(port.now(),
                ElementsAre("tcp 127.0.0.1:931 listens, open to this machine only. Held by "
                            "nc.openbsd (PID 4711), user root. Ident: USERID : UNIX : root. "
                            "Unexpected (high): listener on an unassigned well-known port."));
    EXPECT_EQ(port.explanation.sockets.size(), 1U);
}

TEST(ExplainPort, DoesNotSayWhetherIpv4IsOpenWhereV6OnlyIsNotKnown)
{
    EXPECT_THAT(Explained(8080, {tcpListener(8080, "::")}).now(),
                ElementsAre(HasSubstr("(IPV6_V6ONLY), is not known")));
    EXPECT_THAT(Explained(8080, {tcpListener(8080, "::").v6Only(false)}).now(),
                ElementsAre(HasSubstr("of this machine, IPv4 and IPv6.")));
}

TEST(ExplainPort, SaysThatTcpReceivesNothingAtAMulticastAddress)
{
    EXPECT_THAT(Explained(8080, {tcpListener(8080, "224.0.0.5")}).now(),
                ElementsAre(HasSubstr("open to nobody: TCP accepts no connection")));
    EXPECT_THAT(Explained(8080, {udpBound(8080, "224.0.0.5")}).now(),
                ElementsAre(HasSubstr("receiving what is sent to a multicast group")));
}

TEST(ExplainPort, SaysSinceWhenTheProcessRunsAndNotTheSocket)
{
    ProcessInfo server = *process("server", 7);
    server.startedAt = std::chrono::system_clock::time_point(std::chrono::seconds(1'795'395'659));
    const auto older = std::make_shared<const ProcessInfo>(server);
    server.id.pid = 8;
    const auto other = std::make_shared<const ProcessInfo>(server);

    EXPECT_THAT(Explained(8080, {tcpListener(8080).ownedBy(older)}).now(),
                ElementsAre(HasSubstr("running since 2026-11-23 01:00 UTC.")));
    EXPECT_THAT(Explained(8080, {tcpListener(8080).ownedBy({older, other})}).now(),
                ElementsAre(Not(HasSubstr("since"))));
}

TEST(ExplainPort, ReportsThatNothingListens)
{
    const Explained port(931, {tcpListener(80)});

    EXPECT_THAT(port.now(), ElementsAre("No socket in this network namespace uses it."));
    EXPECT_THAT(port.explanation.sockets, IsEmpty());
    EXPECT_THAT(port.obstacleTokens(), IsEmpty());
}

TEST(ExplainPort, ReportsTheStoryOf931)
{
    const Explained port(931, {});

    ASSERT_TRUE(port.explanation.story);
    EXPECT_THAT(port.explanation.story->english(), HasSubstr("RFC 1413"));
    EXPECT_EQ(port.explanation.protocols.at(0).summary,
              "Unassigned: no service is registered here.");
}

TEST(ExplainPort, ListsAllNamesOfAnAssignedPort)
{
    EXPECT_THAT(Explained(80, {}).explanation.protocols.at(0).summary.english(),
                StartsWith("Assigned to http, www, www-http: "));
}

TEST(ExplainPort, RestrictsToTheRequestedProtocol)
{
    const Explained port(53, {tcpListener(53), udpBound(53)}, kRoot, Protocol::Udp);

    ASSERT_EQ(port.explanation.protocols.size(), 1U);
    ASSERT_EQ(port.explanation.sockets.size(), 1U);
    EXPECT_EQ(port.explanation.sockets[0]->key.protocol, Protocol::Udp);
}

TEST(ExplainPort, ReportsUnregisteredUses)
{
    EXPECT_EQ(Explained(5173, {}).explanation.oftenUsedBy, "Often used by Vite.");
    EXPECT_EQ(Explained(9050, {}).explanation.oftenUsedBy, "Often used by Tor SOCKS.");
}

TEST(ExplainPort, ReportsTheUseOfEachProtocolIfTheyDiffer)
{
    EXPECT_EQ(Explained(4242, {}).explanation.oftenUsedBy,
              "Often used by Quassel IRC (tcp), Nebula (udp).");
    EXPECT_EQ(Explained(4242, {}, kRoot, Protocol::Udp).explanation.oftenUsedBy,
              "Often used by Nebula.");
}

TEST(ExplainPort, ReportsReuseportSiblingsInOneLine)
{
    const ProcessPtr one = process("worker", 10);
    const ProcessPtr two = process("worker", 11);

    const Explained port(
        8000, {tcpListener(8000).ownedBy(one).id(1), tcpListener(8000).ownedBy(two).id(2)});

    EXPECT_THAT(port.now(),
                ElementsAre(HasSubstr("listens with 2 sockets (SO_REUSEPORT), open on every IPv4 "
                                      "address of this machine. Held by worker (PID 10), "
                                      "worker (PID 11)")));
}

TEST(ExplainPort, ReportsAnUnreadableOwner)
{
    const Explained port(631, {tcpListener(631, "::1").uid(0, "root")});

    EXPECT_THAT(port.now()[0], HasSubstr("tcp [::1]:631 listens"));
    EXPECT_THAT(port.now()[0], HasSubstr("Its owner is hidden (socket made by root"));
}

TEST(ExplainPort, NamesTheUserOfTheProcessAndWhoMadeTheSocket)
{
    const Explained port(
        53, {tcpListener(53).ownedBy(process("dnsmasq", 50, 110, "dnsmasq")).uid(0, "root")});

    EXPECT_THAT(port.now()[0],
                HasSubstr("Held by dnsmasq (PID 50), user dnsmasq, socket made by root"));
    EXPECT_THAT(port.now()[0], HasSubstr("Ident: USERID : UNIX : root"));
}

TEST(ExplainPort, NamesTheUsersOfAllOwners)
{
    const Explained port(80, {tcpListener(80).ownedBy({process("nginx", 50, 0, "root"),
                                                       process("nginx", 51, 33, "www-data")})});

    EXPECT_THAT(port.now()[0], HasSubstr("user root, www-data"));
    EXPECT_THAT(port.now()[0], Not(HasSubstr("made by")));
}

TEST(ExplainPort, CountsTheSocketsThatItDoesNotDescribe)
{
    std::vector<SocketRecord> sockets;
    for (std::uint64_t i = 0; i < 15; ++i) {
        for (std::uint64_t id = 1; id <= 3; ++id) {
            const std::string address = "127.0.1." + std::to_string(10 + i);
            sockets.push_back(tcpListener(8000, address).id(i * 3 + id));
        }
    }

    const Explained port(8000, std::move(sockets));

    ASSERT_EQ(port.now().size(), 13U);
    EXPECT_EQ(port.now().back(), "And 9 more sockets.");
}

TEST(ExplainPort, DoesNotClaimThatAScriptLiesInTheWorkingDirectory)
{
    auto daemon = std::make_shared<ProcessInfo>(*process("python3", 50));
    daemon->script = "chd.py";
    daemon->workingDirectory = "/";

    EXPECT_THAT(Explained(8000, {tcpListener(8000).ownedBy(daemon)}).now().at(0),
                HasSubstr("It runs chd.py; its working directory is /."));
}

TEST(ExplainPort, CountsInboundConnections)
{
    const Explained port(931, {netcat(), tcpConnection("127.0.0.1", 931, "127.0.0.1", 50000),
                               tcpConnection("127.0.0.1", 931, "127.0.0.1", 50001)});

    EXPECT_EQ(port.now().at(1), "tcp: 2 incoming connections from this machine.");
}

TEST(ExplainPort, ReportsConnectionsToTheSameRemotePort)
{
    const Explained port(
        931, {tcpConnection("10.0.0.1", 50000, "192.0.2.7", 931).ownedBy(process("telnet", 77))});

    EXPECT_THAT(port.now(),
                ElementsAre("No socket in this network namespace uses it.",
                            AllOf(HasSubstr("1 connection with this port at another address"),
                                  HasSubstr("which side opened it is not known"),
                                  HasSubstr("telnet (PID 77)"), HasSubstr("Unexpected (medium)"))));
}

TEST(ExplainPort, ReportsConnectionsThatWereOpenedToTheSameRemotePort)
{
    SocketBuilder connection = tcpConnection("10.0.0.1", 50000, "192.0.2.7", 931);
    connection.record().isOpener = true;

    EXPECT_THAT(Explained(931, {connection}).now().at(1),
                HasSubstr("1 outgoing connection to this port at another address, held by"));
}

TEST(ExplainPort, DoesNotCallTheOtherEndOfALocalConnectionAnotherMachine)
{
    const Explained port(
        8080, {tcpListener(8080, "10.9.0.1"), tcpConnection("10.9.0.1", 8080, "10.9.0.2", 50000),
               tcpConnection("10.9.0.2", 50000, "10.9.0.1", 8080)});

    EXPECT_EQ(port.now().at(1), "tcp: 1 incoming connection from this machine.");
    EXPECT_EQ(port.now().size(), 2U);
}

TEST(ExplainPort, NamesTheAddressFromWhichAConnectionCame)
{
    const Explained port(8080,
                         {tcpListener(8080), tcpConnection("10.9.0.1", 8080, "10.9.0.2", 50000)});

    EXPECT_EQ(port.now().at(1), "tcp: 1 incoming connection from 10.9.0.2.");
}

TEST(ExplainPort, DoesNotTakeAnOutgoingConnectionOfAPortThatListensForAnIncomingOne)
{
    SocketBuilder outgoing = tcpConnection("127.0.0.1", 8941, "127.0.0.1", 8942);
    outgoing.record().isOpener = true;
    const Explained port(8941, {tcpListener(8941), outgoing});

    EXPECT_THAT(port.now().at(1), HasSubstr("local end of a connection to 127.0.0.1:8942"));
}

TEST(ExplainPort, NamesThePeerOfAReservedPortClient)
{
    const Explained port(
        931, {tcpConnection("10.0.0.1", 931, "10.0.0.2", 2049).ownerState(OwnerState::Kernel)});

    EXPECT_EQ(port.now().at(0),
              "tcp 10.0.0.1:931 is the local end of a connection with 10.0.0.2:2049 (established; "
              "which side opened it is not known), held by the kernel. Explained: reserved-port "
              "client: source port of a connection to port 2049 (nfs).");
    EXPECT_THAT(port.obstacleTokens(), ElementsAre("connection"));
}

TEST(ExplainPort, ReportsAProgramThatIsClearlyNotTheRegisteredService)
{
    const Explained port(654, {tcpListener(654).ownedBy(process("ypserv"))});
    const Explained ssh(22, {tcpListener(22).ownedBy(process("sshd"))});

    EXPECT_THAT(port.now()[0], HasSubstr("The port is registered for aodv; here: ypserv."));
    EXPECT_THAT(ssh.now()[0], Not(HasSubstr("registered for")));
}

TEST(ExplainPort, EscapesControlCharactersOfAnUntrustedName)
{
    const Explained port(8000, {tcpListener(8000).ownedBy(process("evil\x1b[31m\nname"))});

    EXPECT_THAT(port.now()[0], Not(HasSubstr("\x1b")));
    EXPECT_THAT(port.now()[0], Not(HasSubstr("\n")));
}

TEST(ExplainPort, SaysThatAHiddenProcessMayHoldTheSocketToo)
{
    const Explained port(
        8000, {tcpListener(8000).ownedBy(process("worker", 7)).ownerState(OwnerState::Partial)});

    EXPECT_THAT(port.now()[0], HasSubstr("Held by worker (PID 7), perhaps also a hidden process"));
}

TEST(ExplainPort, ReportsWhatSystemdStarts)
{
    auto ssh = tcpListener(22).ownedBy(process("systemd", 1, 0, "root"));
    const auto startsFrom = [&](const std::string& service) {
        ssh.record().serviceContext = std::make_shared<const ServiceContext>(ServiceContext{
            .unit = "sshd.socket", .container = {}, .activation = {{"sshd.socket", service}}});
        return Explained(22, {ssh}).now();
    };

    EXPECT_THAT(startsFrom("ssh@.service"),
                ElementsAre(HasSubstr("For each connection, sshd.socket starts ssh@.service.")));
    EXPECT_THAT(startsFrom("ssh.service"),
                ElementsAre(HasSubstr("On demand, sshd.socket starts ssh.service.")));
}

TEST(ExplainPort, ReportsTheContainerBehindAProxy)
{
    auto proxy = std::make_shared<ProcessInfo>(*process("docker-proxy", 60, 0, "root"));
    proxy->command = {"/usr/bin/docker-proxy", "-container-ip", "172.17.0.2", "-container-port",
                      "80"};

    EXPECT_THAT(Explained(8080, {tcpListener(8080).ownedBy(proxy)}).now(),
                ElementsAre(HasSubstr("According to its command line, it forwards to the container "
                                      "at 172.17.0.2:80. Ending it ends no container.")));
}

TEST(ExplainPort, ReportsTheLoaderOfAProgram)
{
    auto server = std::make_shared<ProcessInfo>(*process("server", 60, 0, "root"));
    server->exe = "/usr/bin/qemu-arm";
    server->isLoader = true;
    server->runs = "/srv/server";

    EXPECT_THAT(Explained(8080, {tcpListener(8080).ownedBy(server)}).now(),
                ElementsAre(AllOf(HasSubstr("Held by server (PID 60)"),
                                  HasSubstr("It runs through /usr/bin/qemu-arm."))));
}

}  // namespace
}  // namespace quaywatch
