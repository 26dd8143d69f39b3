// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What nobody wants to be told: the ordinary life of a desktop, a developer's machine and a server.
// Each row must pass without a word, or with no more than it says. Every word too many is counted.

#include "tests/support/watch_scenarios.h"
#include "tests/support/watch_story.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kElsewhere = "203.0.113.5";
Program nc(std::uint32_t pid = 700)
{
    return Program("nc").user(1000).pid(pid);
}
Program sshd(std::uint32_t pid = 812)
{
    return Program("sshd").exe("/usr/sbin/sshd").unit("ssh.service").pid(pid);
}
Program nginx(std::uint32_t pid = 80)
{
    return Program("nginx").exe("/usr/sbin/nginx").unit("nginx.service").pid(pid);
}
Program server(std::uint32_t pid = 900)
{
    return Program("server").user(1000).exe("/home/user1000/server").pid(pid);
}
Program node(const std::string& folder, std::uint32_t pid)
{
    return Program("node").user(1000).script("server.js", folder).pid(pid);
}
Program dockerProxy(std::uint32_t pid)
{
    return Program("docker-proxy").unit("docker.service").pid(pid);
}

/// A service on IPv4 and IPv6.
Sockets twins(const Program& program, Port port)
{
    return {tcp(program, port), tcp(program, port, "::")};
}

const std::vector<std::string> kOnce{"high unassigned-listener 931"};

std::vector<Scenario> restarts()
{
    const SocketRecord listener = tcp(nc(), 931);
    return {
        {"a service restarts between two looks",
         Story().look({tcp(sshd(), 22)}).look({tcp(sshd(2000), 22)}),
         {}},
        {"a service is away for a minute while it restarts",
         Story().look({tcp(sshd(), 22)}).look({}).stays(60).look({tcp(sshd(2000), 22)}),
         {}},
        {"an unexpected one restarts: told once",
         Story().look({}).look({listener}).look({tcp(nc(900), 931)}), kOnce},
        {"an unexpected one is away for ten minutes",
         Story().look({}).look({listener}).look({}).stays(10, 1min).look({tcp(nc(900), 931)}),
         kOnce},
        {"an unexpected one that crashes every other second",
         Story()
             .look({})
             .look({listener})
             .look({})
             .look({tcp(nc(901), 931)})
             .look({})
             .look({tcp(nc(902), 931)})
             .look({})
             .look({tcp(nc(903), 931)}),
         kOnce},
        {"started again in another terminal",
         Story()
             .look({})
             .look({tcp(nc().unit("session-3.scope"), 931)})
             .look({tcp(nc(900).unit("session-4.scope"), 931)}),
         kOnce},
        {"its container is made anew",
         Story()
             .look({})
             .look({tcp(nc().container("docker:0123456789ab"), 931)})
             .look({tcp(nc(900).container("docker:fedcba987654"), 931)}),
         kOnce},
        {"IPv4 and IPv6 of one service are one", Story().look({}).look(twins(nc(), 931)), kOnce},
        {"IPv6 follows a look later", Story().look({}).look({listener}).look(twins(nc(), 931)),
         kOnce},
        {"workers share the listener by SO_REUSEPORT",
         Story().look({}).look({tcp(nc(701), 931), tcp(nc(702), 931), tcp(nc(703), 931)}), kOnce},
        {"it is seen between fork and exec, then as what it is",
         Story().look({}).look({tcp(Program("bash").user(1000), 931)}).look({listener}), kOnce},
        {"its owner cannot be read for one look",
         Story().look({}).look({listener}).look({hidden(listener)}).look({listener}), kOnce},
        {"many connections to it are told with it",
         Story()
             .look({})
             .look({listener})
             .look({listener, from(nc(), 931, kElsewhere, 50000),
                    from(nc(), 931, kElsewhere, 50001), from(nc(), 931, "198.51.100.1", 50002)}),
         kOnce},
        {"a local client of it is told with it",
         Story().look({}).look({tcp(nc(), 931, "127.0.0.1"),
                                from(nc(), 931, "127.0.0.1", 50000, "127.0.0.1"),
                                to(server(), "127.0.0.1", 931, 50000, "127.0.0.1")}),
         kOnce},
        {"connections to it that only their closings show",
         Story()
             .look({})
             .look({listener})
             .look({listener})
             .closed(from(nc(), 931, kElsewhere, 50000), Direction::Inbound)
             .closed(from(nc(), 931, kElsewhere, 50001), Direction::Inbound),
         kOnce},
    };
}

std::vector<Scenario> reservedPortClients()
{
    const RpcService status{100024, 1, Protocol::Tcp, 931};
    const Program statd = Program("rpc.statd").user(104);
    return {
        {"an NFS client's source port",
         Story().look({}).look({to(Program("mount.nfs"), kElsewhere, 2049, 931)}),
         {}},
        {"a source port that bindresvport() took, closed at once",
         Story().look({}).look({}).closed(to(Program("mount"), kElsewhere, 111, 700)),
         {}},
        {"a service that rpcbind knows",
         Story()
             .rpcbindKnows(status)
             .look({tcp(Program("rpcbind"), 111)})
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931)}),
         {}},
        {"another socket of that process",
         Story()
             .rpcbindKnows(status)
             .look({tcp(Program("rpcbind"), 111)})
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931), udp(statd, 742)}),
         {}},
        {"a client of that service",
         Story()
             .rpcbindKnows(status)
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931),
                    to(Program("showmount"), "127.0.0.1", 931, 50000, "127.0.0.1")}),
         {}},
        {"a client of that service that only its closing shows",
         Story()
             .rpcbindKnows(status)
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .look({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .closed(to(Program("showmount"), "127.0.0.1", 931, 50000, "127.0.0.1")),
         {}},
        {"a socket that was bound to 700 for a moment and never listened",
         Story().look({}).look({}).closed(tcp(Program("rpcinfo"), 700)),
         {}},
    };
}

std::vector<Scenario> serversLife()
{
    const Program postgres15 =
        Program("postgres").exe("/usr/lib/postgresql/15/bin/postgres").user(110);
    const Program postgres16 =
        Program("postgres").exe("/usr/lib/postgresql/16/bin/postgres").user(110).pid(99);
    Sockets accepted{tcp(sshd(), 22)};
    for (Port i = 0; i < 200; ++i) {
        accepted.push_back(from(sshd(), 22, kElsewhere, static_cast<Port>(50000 + i)));
    }
    const Program resolver = Program("systemd-resolved").user(101);
    return {
        {"an ordinary server at the start",
         Story().look({tcp(sshd(), 22), tcp(nginx(), 80), tcp(nginx(), 443), udp(resolver, 53)}),
         {}},
        {"services start one by one",
         Story().look({}).look({tcp(sshd(), 22)}).look({tcp(sshd(), 22), tcp(nginx(), 80)}),
         {}},
        {"hundreds log in", Story().look({tcp(sshd(), 22)}).look(accepted).stays(3), {}},
        {"a package upgrade replaces sshd and restarts it minutes later",
         Story()
             .look({tcp(sshd(), 22)})
             .look({tcp(sshd().deleted(true), 22)})
             .stays(5, 1min)
             .look({tcp(sshd(2000), 22)})
             .stays(3),
         {}},
        {"for a moment of the upgrade there is no file at all",
         Story()
             .look({tcp(sshd().deleted(false), 22)})
             .stays(3)
             .look({tcp(sshd().deleted(true), 22)})
             .look({tcp(sshd(2000), 22)}),
         {}},
        {"an upgrade moves the executable",
         Story().look({tcp(postgres15, 5432)}).look({}).look({tcp(postgres16, 5432)}),
         {}},
        {"socket activation hands sshd the socket",
         Story()
             .look({tcp(Program("systemd").pid(1), 22)})
             .look({heldBy(tcpListener(22), Program("systemd").pid(1))}),
         {}},
        {"the socket unit is stopped and the service takes its port",
         Story().look({tcp(Program("systemd").pid(1), 22)}).look({}).look({tcp(sshd(), 22)}),
         {}},
        {"a container is published: a docker-proxy for each family",
         Story().look({}).look({tcp(dockerProxy(301), 8080), tcp(dockerProxy(302), 8080, "::")}),
         {}},
        {"the container is made anew",
         Story()
             .look({tcp(dockerProxy(301), 8080), tcp(dockerProxy(302), 8080, "::")})
             .look({})
             .look({tcp(dockerProxy(401), 8080), tcp(dockerProxy(402), 8080, "::")}),
         {}},
        {"a web server's workers come and go",
         Story()
             .look({tcp(nginx(), 80), tcp(nginx(81), 80)})
             .look({tcp(nginx(), 80)})
             .look({tcp(nginx(), 80), tcp(nginx(82), 80)}),
         {}},
        {"a service's own user holds its privileged port",
         Story().look({}).look({tcp(Program("caddy").user(998), 80)}),
         {}},
        {"a service that runs as a person, as its unit says",
         Story().look({}).look({tcp(Program("node").user(1000).unit("shop.service"), 80)}),
         {}},
        {"a container's user on a privileged port",
         Story().look({}).look(
             {tcp(Program("node").user(1000).container("docker:0123456789ab"), 80)}),
         {}},
        {"ports from 80 up are free for all here",
         Story()
             .rules([](WatchRules& rules) { rules.firstUnprivilegedPort = 80; })
             .look({})
             .look({tcp(Program("node").user(1000), 80)}),
         {}},
        {"a second instance for another network beside the first",
         Story()
             .look({tcp(Program("dnsmasq").pid(10), 53, "127.0.0.1")})
             .look({tcp(Program("dnsmasq").pid(10), 53, "127.0.0.1"),
                    tcp(Program("dnsmasq").pid(11), 53, "192.168.122.1")}),
         {}},
        {"a service opens loopback and its network at once",
         Story().look({}).look({tcp(Program("dnsmasq"), 53, "127.0.0.1"),
                                tcp(Program("dnsmasq"), 53, "192.168.122.1")}),
         {}},
        {"a service is bound to less than before",
         Story().look({tcp(server(), 8080)}).look({tcp(server(901), 8080, "127.0.0.1")}),
         {}},
        {"a burst fills the backlog for one look",
         Story()
             .look({tcp(nginx(), 80)})
             .look({waiting(tcp(nginx(), 80), 512, 511)})
             .look({tcp(nginx(), 80)}),
         {}},
        {"one connection waits for a program with a backlog of one",
         Story().look({waiting(tcp(server(), 8080), 1, 1)}).stays(10),
         {}},
        {"a high count of CLOSE_WAIT that does not grow",
         Story().look(closeWaits(server(), 80)).stays(100),
         {}},
        {"a short peak of CLOSE_WAIT",
         Story()
             .look(closeWaits(server(), 10))
             .look(closeWaits(server(), 500))
             .stays(10)
             .look(closeWaits(server(), 10)),
         {}},
    };
}

std::vector<Scenario> developersLife()
{
    const Program firefox = Program("firefox").user(1000);
    Sockets queries;
    for (Port i = 0; i < 2000; ++i) {
        queries.push_back(udp(firefox, static_cast<Port>(33000 + i)));
    }
    Sockets others;
    for (Port i = 0; i < 2000; ++i) {
        others.push_back(udp(firefox, static_cast<Port>(36000 + i)));
    }
    return {
        {"another project on the usual port",
         Story()
             .look({tcp(node("/home/user1000/shop", 900), 3000, "127.0.0.1")})
             .look({})
             .look({tcp(node("/home/user1000/blog", 901), 3000)}),
         {}},
        {"another server of the same user on the usual port",
         Story()
             .look({tcp(server(), 8080)})
             .look({})
             .look({tcp(Program("python3").user(1000).pid(901), 8080)}),
         {}},
        {"a build replaces the server that runs",
         Story()
             .look({tcp(server(), 8080)})
             .look({tcp(server().deleted(), 8080)})
             .stays(20)
             .look({tcp(server().deleted(true), 8080)})
             .stays(20),
         {}},
        {"thousands of UDP clients come and go",
         Story().look({}).look(queries).look(others).look(queries),
         {}},
        {"and with a baseline too",
         Story().expects(22, "/usr/sbin/sshd", "root").look({}).look(queries).look(others),
         {}},
        {"a browser listens for its neighbors",
         Story()
             .look({udp(Program("avahi-daemon").user(105), 5353)})
             .look({udp(Program("avahi-daemon").user(105), 5353), udp(firefox, 5353, "224.0.0.251"),
                    udp(firefox, 5353)}),
         {}},
        {"a tool takes another free port at each start: told once",
         Story()
             .expects(22, "/usr/sbin/sshd", "root")
             .look({})
             .look({tcp(server(), 40001, "127.0.0.1")})
             .look({tcp(server(901), 40002, "127.0.0.1")})
             .look({tcp(server(902), 40003, "127.0.0.1")}),
         {"low new-listener 40001"}},
        {"what the baseline expects",
         Story()
             .expects(931, "/usr/bin/nc", "user1000")
             .look({})
             .look(twins(nc(), 931))
             .look({tcp(nc(), 931), from(nc(), 931, kElsewhere)}),
         {}},
        {"the baseline expects it on all addresses too",
         Story()
             .expects(8080, "any", "any")
             .look({tcp(server(), 8080, "127.0.0.1")})
             .look({tcp(server(901), 8080)}),
         {}},
        {"without a baseline no listener is new", Story().look({}).look({tcp(server(), 8080)}), {}},
        {"a switched-off rule is silent",
         Story()
             .rules([](WatchRules& rules) { rules.setOn(WatchRule::UnassignedListener, false); })
             .look({})
             .look({tcp(Program("nc"), 931)}),
         {}},
    };
}

std::vector<Scenario> clocks()
{
    const Sockets usual{tcp(sshd(), 22), tcp(nginx(), 80), tcp(nc(), 931),
                        to(nc(), kElsewhere, 932)};
    const std::vector<std::string> atFirst{"high unassigned-listener x2"};
    return {
        {"the machine sleeps for a night",
         Story().look(usual).stays(3).pause(9h).look(usual).stays(3), atFirst},
        {"the clock is set back a day",
         Story().look(usual).stays(3).pause(-24h).look(usual).stays(3), atFirst},
        {"the clock goes to and fro",
         Story().look(usual).pause(5h).look(usual).pause(-5h).look(usual).pause(5h).look(usual),
         atFirst},
        {"a restart while the machine sleeps",
         Story().look(usual).pause(9h).look(
             {tcp(sshd(2000), 22), tcp(nginx(2001), 80), tcp(nc(2002), 931)}),
         atFirst},
    };
}

TEST(WatchScenarios, RaiseNoFalseAlarm)
{
    Score score;
    for (const auto& table :
         {restarts(), reservedPortClients(), serversLife(), developersLife(), clocks()}) {
        score.add(table);
    }

    EXPECT_EQ(score.falseAlarms, 0U);
    EXPECT_EQ(score.misses, 0U);
    EXPECT_GE(score.scenarios, 55U);
}

}  // namespace
}  // namespace quaywatch::test
