// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must be told, and how: each row is a story and everything that is announced of it. A miss,
// or a word too many, is counted.

#include "tests/support/watch_scenarios.h"
#include "tests/support/watch_story.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kElsewhere = "203.0.113.5";

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

/// Looks at more and more of them, a second apart.
Story pilingUp(std::size_t first, std::size_t more, std::size_t looks)
{
    Story story;
    for (std::size_t i = 0; i < looks; ++i) {
        story.look(closeWaits(server(), first + i * more));
    }
    return story;
}

std::vector<Scenario> listenersOnVacantPorts()
{
    return {
        {"a program listens on 931",
         Story().look({}).look({tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the same with UDP",
         Story().look({}).look({udp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"on loopback alone",
         Story().look({}).look({tcp(nc(), 931, "127.0.0.1")}),
         {"high unassigned-listener 931"}},
        {"a reserved port",
         Story().look({}).look({tcp(nc(), 1023)}),
         {"high unassigned-listener 1023"}},
        {"a port without a row in the registry",
         Story().look({}).look({tcp(nc(), 716)}),
         {"high unassigned-listener 716"}},
        {"root's is as unexpected as a user's",
         Story().look({}).look({tcp(Program("nc"), 931)}),
         {"high unassigned-listener 931"}},
        {"an owner that may not be read explains nothing",
         Story().look({}).look({hidden(tcp(Program("nc"), 931))}),
         {"high unassigned-listener 931"}},
        {"it was there at the start",
         Story().look({tcp(nc(), 931)}).stays(5),
         {"high unassigned-listener 931"}},
        {"several were there at the start: one sum",
         Story().look({tcp(nc(), 931), tcp(nc(), 932), tcp(nc(), 933)}).stays(5),
         {"high unassigned-listener x3"}},
        {"another program on the same port later",
         Story().look({}).look({tcp(nc(), 931)}).look({}).look({tcp(server(), 931)}),
         {"high unassigned-listener 931", "high unassigned-listener 931"}},
        {"another port of the same program",
         Story().look({}).look({tcp(nc(), 931)}).look({tcp(nc(), 931), tcp(nc(), 932)}),
         {"high unassigned-listener 931", "high unassigned-listener 932"}},
        {"it went away for more than an hour and came again",
         Story().look({}).look({tcp(nc(), 931)}).look({}).stays(30, 4min).look({tcp(nc(), 931)}),
         {"high unassigned-listener 931", "high unassigned-listener 931"}},
        {"a program named like a service, where the port is not the service's",
         Story().look({}).look({tcp(Program("sshd").exe("/tmp/sshd"), 931)}),
         {"high unassigned-listener 931"}},
        {"rpcbind knows another port, not this one",
         Story()
             .rpcbindKnows({100024, 1, Protocol::Tcp, 700})
             .look({tcp(Program("rpcbind"), 111)})
             .look({tcp(Program("rpcbind"), 111), tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the connection outlives its listener, as with nc -l",
         Story().look({}).look({tcp(nc(), 931)}).look({from(nc(), 931, "198.51.100.7")}).stays(3),
         {"high unassigned-listener 931"}},
        {"a listener and its connection that came between two looks, the listener gone",
         Story().look({}).look({}).closed(tcp(nc(), 931)).closed(from(nc(), 931, "198.51.100.7")),
         {"high unassigned-listener 931"}},
    };
}

std::vector<Scenario> connectionsToVacantPorts()
{
    return {
        {"a connection goes out to 931 elsewhere",
         Story().look({}).look({to(nc(), kElsewhere, 931)}),
         {"medium unassigned-peer 931"}},
        {"it was there at the start",
         Story().look({to(nc(), kElsewhere, 931)}).stays(3),
         {"medium unassigned-peer 931"}},
        {"to two hosts: two alerts",
         Story().look({}).look({to(nc(), kElsewhere, 931), to(nc(), "203.0.113.6", 931, 45001)}),
         {"medium unassigned-peer 931", "medium unassigned-peer 931"}},
        {"only its closing shows it",
         Story().look({}).look({}).closed(to(nc(), kElsewhere, 931)),
         {"medium unassigned-peer 931"}},
        {"its closing shows it first, then a longer one: one alert",
         Story()
             .look({})
             .look({})
             .closed(to(nc(), kElsewhere, 931))
             .look({to(nc(), kElsewhere, 931)}),
         {"medium unassigned-peer 931"}},
        {"a port of this machine is tried in vain, as far as closings show it",
         Story().look({}).look({}).closed(to(nc(), "127.0.0.1", 931, 45000, "127.0.0.1")),
         {"low probe 931"}},
        {"many ports of this machine are tried: one alert",
         Story()
             .look({})
             .look({})
             .closed(to(nc(), "127.0.0.1", 931, 45000, "127.0.0.1"))
             .closed(to(nc(), "127.0.0.1", 932, 45001, "127.0.0.1"))
             .closed(to(nc(), "127.0.0.1", 933, 45002, "127.0.0.1")),
         {"low probe 931"}},
    };
}

std::vector<Scenario> portsThatChangeHands()
{
    const Program nginx = Program("nginx").pid(80);
    const Program postgres = Program("postgres").user(110).pid(54);
    return {
        {"a service restarts and is bound to all addresses",
         Story().look({tcp(server(), 8080, "127.0.0.1")}).look({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080"}},
        {"the same with a pause between",
         Story()
             .look({tcp(server(), 8080, "127.0.0.1")})
             .look({})
             .stays(30)
             .look({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080"}},
        {"one process opens a second, wider socket",
         Story()
             .look({tcp(server(), 8080, "127.0.0.1")})
             .look({tcp(server(), 8080, "127.0.0.1"), tcp(server(), 8080, "192.168.1.5")}),
         {"medium more-exposed 8080"}},
        {"wider in two steps",
         Story()
             .look({tcp(server(), 8080, "127.0.0.1")})
             .look({tcp(server(), 8080, "10.0.0.5")})
             .look({tcp(server().pid(901), 8080)}),
         {"medium more-exposed 8080", "medium more-exposed 8080"}},
        {"an ordinary user's program takes a web server's port",
         Story().look({tcp(nginx, 80)}).look({}).look({tcp(nc(), 80)}),
         {"medium taken-over 80"}},
        {"a program that only has the name of the one before",
         Story().look({tcp(sshd(), 22)}).look({tcp(Program("sshd").pid(701).exe("/tmp/sshd"), 22)}),
         {"medium taken-over 22"}},
        {"another user's program takes a database's port",
         Story().look({tcp(postgres, 5432)}).look({}).look({tcp(nc(), 5432)}),
         {"medium taken-over 5432"}},
        {"a user's unit that has the name of the service before",
         Story()
             .look({tcp(Program("postgres").user(110).unit("postgresql.service"), 5432)})
             .look({})
             .look({tcp(nc().unitOfUser("postgresql.service"), 5432)}),
         {"medium taken-over 5432"}},
        {"the port of a service that may not be read",
         Story().look({hidden(tcp(sshd(), 2222))}).look({}).look({tcp(nc(), 2222)}),
         {"medium taken-over 2222"}},
        {"the port that systemd held for a service",
         Story().look({tcp(Program("systemd").pid(1), 9090)}).look({}).look({tcp(nc(), 9090)}),
         {"medium taken-over 9090"}},
    };
}

std::vector<Scenario> whatProgramsDo()
{
    return {
        {"a listener's executable was removed",
         Story().look({tcp(server(), 8080)}).look({tcp(server().deleted(), 8080)}).stays(130),
         {"medium deleted-executable 8080"}},
        {"several ports of that program: one alert",
         Story().look({tcp(server().deleted(), 8080), tcp(server().deleted(), 8081)}).stays(130),
         {"medium deleted-executable 8080"}},
        {"a program that never was a file",
         Story().look({}).look({tcp(server().exe("/memfd:x").deleted(), 8080)}),
         {"high deleted-executable 8080"}},
        {"upgraded, and not restarted for half an hour",
         Story().look({tcp(sshd().deleted(true), 22)}).stays(31, 1min),
         {"low replaced-executable 22"}},
        {"deleted or replaced, where we may not look",
         Story().look({tcp(server().deleted(std::nullopt), 8080)}).stays(31, 1min),
         {"low deleted-executable 8080"}},
        {"an ordinary user's process on a privileged port",
         Story().look({}).look({tcp(Program("node").user(1000), 80)}),
         {"medium privileged-port-of-user 80"}},
        {"a backlog is full at two looks",
         Story()
             .look({tcp(server(), 8080)})
             .look({waiting(tcp(server(), 8080), 129, 128)})
             .stays(3),
         {"medium backlog-full 8080"}},
        {"connections that are not closed pile up",
         pilingUp(40, 1, 60),
         {"medium close-wait-pile-up 443"}},
    };
}

std::vector<Scenario> againstABaseline()
{
    return {
        {"a listener that the baseline does not know",
         Story()
             .expects(22, "/usr/sbin/sshd", "root")
             .look({tcp(sshd(), 22)})
             .look({tcp(sshd(), 22), tcp(server(), 8080)}),
         {"medium new-listener 8080"}},
        {"on loopback it is less grave",
         Story()
             .expects(22, "/usr/sbin/sshd", "root")
             .look({})
             .look({tcp(server(), 8080, "127.0.0.1")}),
         {"low new-listener 8080"}},
        {"drift at the start is summed up",
         Story()
             .expects(22, "/usr/sbin/sshd", "root")
             .look({tcp(server(), 8080), tcp(server(), 8081)})
             .stays(3),
         {"medium new-listener x2"}},
        {"a vacant port is told as such",
         Story().expects(22, "/usr/sbin/sshd", "root").look({}).look({tcp(nc(), 931)}).stays(3),
         {"high unassigned-listener 931"}},
        {"UDP that is no client's",
         Story().expects(22, "/usr/sbin/sshd", "root").look({}).look({udp(server(), 5353)}),
         {"medium new-listener 5353"}},
        {"another program took over, and is unknown too: one alert",
         Story()
             .expects(5432, "/usr/bin/postgres", "user110")
             .look({tcp(Program("postgres").user(110), 5432)})
             .look({})
             .look({tcp(nc(), 5432)})
             .stays(3),
         {"medium taken-over 5432"}},
        {"expected on loopback, bound to all addresses: one alert",
         Story()
             .expects(8080, "any", "any", "loopback")
             .look({tcp(server(), 8080, "127.0.0.1")})
             .look({tcp(server().pid(901), 8080)})
             .stays(3),
         {"medium more-exposed 8080"}},
    };
}

std::vector<Scenario> floods()
{
    Sockets scanned;
    for (Port port = 1; port <= 1000; ++port) {
        scanned.push_back(to(nc(), kElsewhere, port, static_cast<Port>(40000 + port)));
    }
    const Sockets some = openPorts(931, 5, nc());
    Sockets more = some;
    more.push_back(tcp(nc(), 938));
    return {
        {"a scan of 1,000 ports is one alert",
         Story().look({}).look(scanned).look({}),
         {"medium many x" + std::to_string(vacantAmong(scanned))}},
        {"a thousand listeners at once are one alert",
         Story().look({}).look(openPorts(1, 1000, Program("server"))).stays(3),
         {"high many x" + std::to_string(vacantAmong(openPorts(1, 1000, Program("server"))))}},
        {"a few are told by themselves, what comes on top is not",
         Story().look({}).look(some).look(more),
         {"high unassigned-listener 931", "high unassigned-listener 932",
          "high unassigned-listener 933", "high unassigned-listener 934",
          "high unassigned-listener 935", "high many x1"}},
        {"what is graver comes through a flood",
         Story().look({}).look(scanned).look({tcp(nc(), 931)}),
         {"medium many x" + std::to_string(vacantAmong(scanned)), "high unassigned-listener 931"}},
        {"after it has ebbed each is told by itself again",
         Story().look({}).look(scanned).look({}).stays(3, 1min).look({tcp(nc(), 931)}),
         {"medium many x" + std::to_string(vacantAmong(scanned)), "high unassigned-listener 931"}},
    };
}

std::vector<Scenario> clocks()
{
    return {
        {"the clock goes back two hours, and then somebody listens",
         Story().look({}).stays(3).pause(-2h).look({}).look({tcp(nc(), 931)}),
         {"high unassigned-listener 931"}},
        {"the machine slept for a day, and wakes with a listener",
         Story().look({}).pause(24h).look({tcp(nc(), 931)}).stays(3),
         {"high unassigned-listener 931"}},
        {"the clock goes back while an executable is gone",
         Story()
             .look({tcp(server().deleted(), 8080)})
             .stays(60)
             .pause(-3h)
             .look({tcp(server().deleted(), 8080)})
             .stays(70),
         {"medium deleted-executable 8080"}},
    };
}

TEST(WatchScenarios, RaiseTheRequiredAlerts)
{
    Score score;
    for (const auto& table :
         {listenersOnVacantPorts(), connectionsToVacantPorts(), portsThatChangeHands(),
          whatProgramsDo(), againstABaseline(), floods(), clocks()}) {
        score.add(table);
    }

    EXPECT_EQ(score.misses, 0U);
    EXPECT_EQ(score.falseAlarms, 0U);
    EXPECT_GE(score.scenarios, 50U);
}

}  // namespace
}  // namespace quaywatch::test
