// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What services do while they start and end: they try ports, resolve names, register with rpcbind
// and remove their names again. Each row must raise the alerts that it lists, and no others.

#include "tests/support/watch/poll_sequence.h"
#include "tests/support/watch/scenarios.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

constexpr std::uint32_t kYpserv = 100004;

Program nginx()
{
    return Program("nginx").exe("/usr/sbin/nginx").unit("nginx.service").pid(80);
}
Program ypserv()
{
    return Program("ypserv").exe("/usr/sbin/ypserv").pid(950);
}

RpcService registered(Port port)
{
    return {kYpserv, 2, Protocol::Tcp, port, 0U};
}

/// A UDP socket that is connected to a port of the same address.
SocketRecord connectedUdp(const Program& program, const std::string& host, Port port)
{
    SocketRecord socket = to(program, host, port, 45000, host);
    socket.key.protocol = Protocol::Udp;
    return socket;
}

std::vector<Scenario> startsAndEnds()
{
    return {
        {"a service tries a port while it starts",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({tcp(nginx(), 8080)})
             .poll({}),
         {}},
        {"another service holds the port for a moment",
         PollSequence()
             .poll({tcp(Program("epmd").user(105).unit("epmd.service"), 543)})
             .poll({})
             .poll({tcp(nginx(), 543)})
             .poll({}),
         {}},
        {"another service that keeps the port is reported",
         PollSequence()
             .poll({tcp(Program("epmd").user(105).unit("epmd.service"), 543)})
             .poll({})
             .poll({tcp(nginx(), 543)})
             .repeat(3),
         {"medium taken-over 543"}},
        {"one that stays is reported",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({tcp(nginx(), 8080)})
             .repeat(3),
         {"medium new-listener 8080"}},
        {"what stands at the first poll is one alert",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({tcp(nginx(), 8080), tcp(nginx(), 8081)})
             .repeat(3),
         {"medium new-listener x2"}},
        {"its owner is known one poll late: one alert",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({hidden(tcp(nginx(), 8080))})
             .poll({tcp(nginx(), 8080)})
             .repeat(3),
         {"medium new-listener 8080"}},
        {"a name is resolved: a connected UDP socket has sent nothing",
         PollSequence().poll({}).poll({}).closed(
             connectedUdp(Program("stunnel4"), "127.0.0.1", 933)),
         {}},
    };
}

std::vector<Scenario> rpcServices()
{
    const SocketRecord rpcbind = tcp(Program("rpcbind"), 111);
    const SocketRecord other = tcp(Program("sshd").pid(812), 22);
    return {
        {"rpcbind forgets a service before its sockets are closed",
         PollSequence()
             .rpcbindKnows(registered(931))
             .rpcbindKnows(registered(932))
             .poll({rpcbind, tcp(ypserv(), 931), tcp(ypserv(), 932)})
             .repeat(3)
             .rpcbindForgets(931)
             .rpcbindForgets(932)
             .poll({rpcbind, tcp(ypserv(), 931)})
             .poll({rpcbind}),
         {}},
        {"a service whose owner is not known yet registers with rpcbind one poll late",
         PollSequence()
             .poll({rpcbind})
             .poll({rpcbind, hidden(tcp(ypserv().unit("ypserv.service"), 931))})
             .rpcbindLearns(registered(931))
             .poll({rpcbind, tcp(ypserv().unit("ypserv.service"), 931)})
             .repeat(3),
         {}},
        {"one that does not register is reported",
         PollSequence()
             .poll({rpcbind})
             .poll({rpcbind, hidden(tcp(ypserv().unit("ypserv.service"), 931))})
             .repeat(3),
         {"high unassigned-listener 931"}},
        {"rpcbind forgets a service that stays",
         PollSequence()
             .rpcbindKnows(registered(931))
             .poll({rpcbind, tcp(ypserv(), 931)})
             .repeat(3)
             .rpcbindForgets(931)
             .poll({rpcbind, tcp(ypserv(), 931), other})
             .repeat(3),
         {"high unassigned-listener 931"}},
    };
}

TEST(WatchScenarios, KnowHowServicesStartAndEnd)
{
    Score score;
    score.add(startsAndEnds());
    score.add(rpcServices());

    EXPECT_EQ(score.falseAlarms, 0U);
    EXPECT_EQ(score.misses, 0U);
}

}  // namespace
}  // namespace quaywatch::test
