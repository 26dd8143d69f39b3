// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Required alerts: each row is a sequence of polls and every alert that it must raise. Missing and
// superfluous alerts are counted.

#include "tests/support/watch/poll_sequence.h"
#include "tests/support/watch/scenarios.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kRemoteHost = "203.0.113.5";

Program nc()
{
    return Program("nc").user(1000);
}
Program sshd()
{
    return Program("sshd").exe("/usr/sbin/sshd").unit("ssh.service");
}
Program server()
{
    return Program("server").user(1000).exe("/home/user1000/server").pid(900);
}

Sockets openPorts(Port first, Port count, const Program& program)
{
    Sockets sockets;
    for (Port i = 0; i < count; ++i) {
        sockets.push_back(tcp(program, static_cast<Port>(first + i)));
    }
    return sockets;
}

/// Polls a growing number of them, a second apart.
PollSequence growingBy(std::size_t first, std::size_t more, std::size_t polls)
{
    PollSequence sequence;
    for (std::size_t i = 0; i < polls; ++i) {
        sequence.poll(closeWaits(server(), first + i * more));
    }
    return sequence;
}

std::vector<Scenario> listenersOnVacantPorts()
{
    return {
        {"a program listens on 931",
         PollSequence().poll({}).poll({tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the same with UDP",
         PollSequence().poll({}).poll({udp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"on loopback alone",
         PollSequence().poll({}).poll({tcp(nc(), 931, "127.0.0.1")}),
         {"high unassigned-listener 931"}},
        {"a reserved port",
         PollSequence().poll({}).poll({tcp(nc(), 1023)}),
         {"high unassigned-listener 1023"}},
        {"a port without a row in the registry",
         PollSequence().poll({}).poll({tcp(nc(), 716)}),
         {"high unassigned-listener 716"}},
        {"a listener of root is as unexpected as one of a user",
         PollSequence().poll({}).poll({tcp(Program("nc"), 931)}),
         {"high unassigned-listener 931"}},
        {"an unreadable owner explains nothing",
         PollSequence().poll({}).poll({hidden(tcp(Program("nc"), 931))}),
         {"high unassigned-listener 931"}},
        {"it is there at the first poll",
         PollSequence().poll({tcp(nc(), 931)}).repeat(5),
         {"high unassigned-listener 931"}},
        {"several at the first poll: one summary",
         PollSequence().poll({tcp(nc(), 931), tcp(nc(), 932), tcp(nc(), 933)}).repeat(5),
         {"high unassigned-listener x3"}},
        {"another program on the same port later",
         PollSequence().poll({}).poll({tcp(nc(), 931)}).poll({}).poll({tcp(server(), 931)}),
         {"high unassigned-listener 931", "high unassigned-listener 931"}},
        {"another port of the same program",
         PollSequence().poll({}).poll({tcp(nc(), 931)}).poll({tcp(nc(), 931), tcp(nc(), 932)}),
         {"high unassigned-listener 931", "high unassigned-listener 932"}},
        {"it closes for more than an hour and opens again",
         PollSequence()
             .poll({})
             .poll({tcp(nc(), 931)})
             .poll({})
             .repeat(30, 4min)
             .poll({tcp(nc(), 931)}),
         {"high unassigned-listener 931", "high unassigned-listener 931"}},
        {"a program named like a service, on a port that is not the service's",
         PollSequence().poll({}).poll({tcp(Program("sshd").exe("/tmp/sshd"), 931)}),
         {"high unassigned-listener 931"}},
        {"rpcbind knows another port, not this one",
         PollSequence()
             .rpcbindKnows({100024, 1, Protocol::Tcp, 700})
             .poll({tcp(Program("rpcbind"), 111)})
             .poll({tcp(Program("rpcbind"), 111), tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the connection outlives its listener, as with nc -l",
         PollSequence()
             .poll({})
             .poll({tcp(nc(), 931)})
             .poll({from(nc(), 931, "198.51.100.7")})
             .repeat(3),
         {"high unassigned-listener 931"}},
        {"a listener and its connection between two polls",
         PollSequence()
             .poll({})
             .poll({})
             .closed(tcp(nc(), 931))
             .closed(from(nc(), 931, "198.51.100.7")),
         {"high unassigned-listener 931"}},
    };
}

std::vector<Scenario> connectionsToVacantPorts()
{
    return {
        {"a connection goes out to 931 elsewhere",
         PollSequence().poll({}).poll({to(nc(), kRemoteHost, 931)}),
         {"medium unassigned-peer 931"}},
        {"it is there at the first poll",
         PollSequence().poll({to(nc(), kRemoteHost, 931)}).repeat(3),
         {"medium unassigned-peer 931"}},
        {"to two hosts: two alerts",
         PollSequence().poll({}).poll(
             {to(nc(), kRemoteHost, 931), to(nc(), "203.0.113.6", 931, 45001)}),
         {"medium unassigned-peer 931", "medium unassigned-peer 931"}},
        {"seen only by its close event",
         PollSequence().poll({}).poll({}).closed(to(nc(), kRemoteHost, 931)),
         {"medium unassigned-peer 931"}},
        {"seen by a close event first, then a longer connection: one alert",
         PollSequence()
             .poll({})
             .poll({})
             .closed(to(nc(), kRemoteHost, 931))
             .poll({to(nc(), kRemoteHost, 931)}),
         {"medium unassigned-peer 931"}},
        {"a failed connection to a port of this machine, seen by its close event",
         PollSequence().poll({}).poll({}).closed(to(nc(), "127.0.0.1", 931, 45000, "127.0.0.1")),
         {"low probe 931"}},
        {"many ports of this machine are tried: one alert",
         PollSequence()
             .poll({})
             .poll({})
             .closed(to(nc(), "127.0.0.1", 931, 45000, "127.0.0.1"))
             .closed(to(nc(), "127.0.0.1", 932, 45001, "127.0.0.1"))
             .closed(to(nc(), "127.0.0.1", 933, 45002, "127.0.0.1")),
         {"low probe 931"}},
    };
}

std::vector<Scenario> portsWithNewOwners()
{
    const Program nginx = Program("nginx").pid(80);
    const Program postgres = Program("postgres").user(110).pid(54);
    return {
        {"a service restarts and is bound to all addresses",
         PollSequence()
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080"}},
        {"the same with a pause between",
         PollSequence()
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({})
             .repeat(30)
             .poll({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080"}},
        {"one process opens a second, wider socket",
         PollSequence()
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({tcp(server(), 8080, "127.0.0.1"), tcp(server(), 8080, "192.168.1.5")}),
         {"medium more-exposed 8080"}},
        {"wider in two steps",
         PollSequence()
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({tcp(server(), 8080, "10.0.0.5")})
             .poll({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080", "medium more-exposed 8080"}},
        {"an ordinary user's program takes a web server's port",
         PollSequence().poll({tcp(nginx, 80)}).poll({}).poll({tcp(nc(), 80)}),
         {"medium taken-over 80"}},
        {"a program that only has the name of the previous one",
         PollSequence()
             .poll({tcp(sshd(), 22)})
             .poll({tcp(Program("sshd").pid(701).exe("/tmp/sshd"), 22)}),
         {"medium taken-over 22"}},
        {"another user's program takes a database's port",
         PollSequence().poll({tcp(postgres, 5432)}).poll({}).poll({tcp(nc(), 5432)}),
         {"medium taken-over 5432"}},
        {"a user unit with the name of the previous service",
         PollSequence()
             .poll({tcp(Program("postgres").user(110).unit("postgresql.service"), 5432)})
             .poll({})
             .poll({tcp(nc().unitOfUser("postgresql.service"), 5432)}),
         {"medium taken-over 5432"}},
        {"the port of an unreadable service",
         PollSequence().poll({hidden(tcp(sshd(), 2222))}).poll({}).poll({tcp(nc(), 2222)}),
         {"medium taken-over 2222"}},
        {"the port that systemd held for a service",
         PollSequence()
             .poll({tcp(Program("systemd").pid(1), 9090)})
             .poll({})
             .poll({tcp(nc(), 9090)}),
         {"medium taken-over 9090"}},
    };
}

std::vector<Scenario> programActions()
{
    return {
        {"a listener's executable was removed",
         PollSequence()
             .poll({tcp(server(), 8080)})
             .poll({tcp(server().deleted(), 8080)})
             .repeat(130),
         {"medium deleted-executable 8080"}},
        {"several ports of that program: one alert",
         PollSequence()
             .poll({tcp(server().deleted(), 8080), tcp(server().deleted(), 8081)})
             .repeat(130),
         {"medium deleted-executable 8080"}},
        {"a program that never was a file",
         PollSequence().poll({}).poll({tcp(server().inMemory("/memfd:x"), 8080)}),
         {"high deleted-executable 8080"}},
        {"upgraded, and not restarted for half an hour",
         PollSequence().poll({tcp(sshd().deleted(true), 22)}).repeat(31, 1min),
         {"low replaced-executable 22"}},
        {"deleted or replaced, where the file is unreadable",
         PollSequence().poll({tcp(server().deleted(std::nullopt), 8080)}).repeat(31, 1min),
         {"low deleted-executable 8080"}},
        {"an ordinary user's process on a privileged port",
         PollSequence().poll({}).poll({tcp(Program("node").user(1000), 80)}),
         {"medium privileged-port-of-user 80"}},
        {"a backlog is full at two polls",
         PollSequence()
             .poll({tcp(server(), 8080)})
             .poll({waiting(tcp(server(), 8080), 129, 128)})
             .repeat(3),
         {"medium backlog-full 8080"}},
        {"connections that are not closed pile up",
         growingBy(40, 1, 60),
         {"medium close-wait-pile-up 443"}},
    };
}

std::vector<Scenario> againstABaseline()
{
    return {
        {"a listener that the baseline does not expect",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({tcp(sshd(), 22)})
             .poll({tcp(sshd(), 22), tcp(server(), 8080)}),
         {"medium new-listener 8080"}},
        {"on loopback it is less severe",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({tcp(server(), 8080, "127.0.0.1")}),
         {"low new-listener 8080"}},
        {"drift at the first poll is summarized",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({tcp(server(), 8080), tcp(server(), 8081)})
             .repeat(3),
         {"medium new-listener x2"}},
        {"a vacant port has its own alert",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({tcp(nc(), 931)})
             .repeat(3),
         {"high unassigned-listener 931"}},
        {"UDP that is not a client",
         PollSequence().expects(22, "/usr/sbin/sshd", "root").poll({}).poll({udp(server(), 5353)}),
         {"medium new-listener 5353"}},
        {"another program took over, and is unknown too: one alert",
         PollSequence()
             .expects(5432, "/usr/bin/postgres", "user110")
             .poll({tcp(Program("postgres").user(110), 5432)})
             .poll({})
             .poll({tcp(nc(), 5432)})
             .repeat(3),
         {"medium taken-over 5432"}},
        {"expected on loopback, bound to all addresses: one alert",
         PollSequence()
             .expects(8080, "any", "any", "loopback")
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({tcp(server().pid(901), 8080)})
             .repeat(3),
         {"medium more-exposed 8080"}},
    };
}

std::vector<Scenario> bursts()
{
    Sockets scanned;
    for (Port port = 1; port <= 1000; ++port) {
        scanned.push_back(to(nc(), kRemoteHost, port, static_cast<Port>(40000 + port)));
    }
    const Sockets some = openPorts(931, 5, nc());
    Sockets more = some;
    more.push_back(tcp(nc(), 938));
    return {
        {"a scan of 1,000 ports is one alert",
         PollSequence().poll({}).poll(scanned).poll({}),
         {"medium many x" + std::to_string(vacantAmong(scanned))}},
        {"a thousand listeners at once are one alert",
         PollSequence().poll({}).poll(openPorts(1, 1000, Program("server"))).repeat(3),
         {"high many x" + std::to_string(vacantAmong(openPorts(1, 1000, Program("server"))))}},
        {"a few are reported one by one, further ones are not",
         PollSequence().poll({}).poll(some).poll(more),
         {"high unassigned-listener 931", "high unassigned-listener 932",
          "high unassigned-listener 933", "high unassigned-listener 934",
          "high unassigned-listener 935", "high many x1"}},
        {"a more severe alert is reported during a burst",
         PollSequence().poll({}).poll(scanned).poll({tcp(nc(), 931)}),
         {"medium many x" + std::to_string(vacantAmong(scanned)), "high unassigned-listener 931"}},
        {"after the burst alerts are reported one by one again",
         PollSequence().poll({}).poll(scanned).poll({}).repeat(3, 1min).poll({tcp(nc(), 931)}),
         {"medium many x" + std::to_string(vacantAmong(scanned)), "high unassigned-listener 931"}},
    };
}

std::vector<Scenario> clocks()
{
    return {
        {"the clock goes back two hours, and then somebody listens",
         PollSequence().poll({}).repeat(3).pause(-2h).poll({}).poll({tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the machine slept for a day, and wakes with a listener",
         PollSequence().poll({}).pause(24h).poll({tcp(nc(), 931)}).repeat(3),
         {"high unassigned-listener 931"}},
        {"the clock goes back while an executable is deleted",
         PollSequence()
             .poll({tcp(server().deleted(), 8080)})
             .repeat(60)
             .pause(-3h)
             .poll({tcp(server().deleted(), 8080)})
             .repeat(70),
         {"medium deleted-executable 8080"}},
    };
}

TEST(WatchScenarios, RaiseTheRequiredAlerts)
{
    Score score;
    for (const auto& table :
         {listenersOnVacantPorts(), connectionsToVacantPorts(), portsWithNewOwners(),
          programActions(), againstABaseline(), bursts(), clocks()}) {
        score.add(table);
    }

    EXPECT_EQ(score.misses, 0U);
    EXPECT_EQ(score.falseAlarms, 0U);
    EXPECT_GE(score.scenarios, 50U);
}

}  // namespace
}  // namespace quaywatch::test
