// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Situations that need no alert: the ordinary life of a desktop, a developer's machine and a
// server. Each row must raise no alert except those that it lists. Superfluous alerts are counted.

#include "tests/support/watch/poll_sequence.h"
#include "tests/support/watch/scenarios.h"

#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kRemoteHost = "203.0.113.5";
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
        {"a service restarts between two polls",
         PollSequence().poll({tcp(sshd(), 22)}).poll({tcp(sshd(2000), 22)}),
         {}},
        {"a service is away for a minute while it restarts",
         PollSequence().poll({tcp(sshd(), 22)}).poll({}).repeat(60).poll({tcp(sshd(2000), 22)}),
         {}},
        {"an unexpected one restarts: one alert",
         PollSequence().poll({}).poll({listener}).poll({tcp(nc(900), 931)}), kOnce},
        {"an unexpected one is away for ten minutes",
         PollSequence()
             .poll({})
             .poll({listener})
             .poll({})
             .repeat(10, 1min)
             .poll({tcp(nc(900), 931)}),
         kOnce},
        {"an unexpected one that crashes every other second",
         PollSequence()
             .poll({})
             .poll({listener})
             .poll({})
             .poll({tcp(nc(901), 931)})
             .poll({})
             .poll({tcp(nc(902), 931)})
             .poll({})
             .poll({tcp(nc(903), 931)}),
         kOnce},
        {"started again in another terminal",
         PollSequence()
             .poll({})
             .poll({tcp(nc().unit("session-3.scope"), 931)})
             .poll({tcp(nc(900).unit("session-4.scope"), 931)}),
         kOnce},
        {"its container is created again",
         PollSequence()
             .poll({})
             .poll({tcp(nc().container("docker:0123456789ab"), 931)})
             .poll({tcp(nc(900).container("docker:fedcba987654"), 931)}),
         kOnce},
        {"IPv4 and IPv6 of one service are one", PollSequence().poll({}).poll(twins(nc(), 931)),
         kOnce},
        {"IPv6 follows one poll later",
         PollSequence().poll({}).poll({listener}).poll(twins(nc(), 931)), kOnce},
        {"workers share the listener by SO_REUSEPORT",
         PollSequence().poll({}).poll({tcp(nc(701), 931), tcp(nc(702), 931), tcp(nc(703), 931)}),
         kOnce},
        {"it is seen between fork and exec, then after exec",
         PollSequence().poll({}).poll({tcp(Program("bash").user(1000), 931)}).poll({listener}),
         kOnce},
        {"its owner cannot be read at one poll",
         PollSequence().poll({}).poll({listener}).poll({hidden(listener)}).poll({listener}), kOnce},
        {"many connections to it cause no further alert",
         PollSequence()
             .poll({})
             .poll({listener})
             .poll({listener, from(nc(), 931, kRemoteHost, 50000),
                    from(nc(), 931, kRemoteHost, 50001), from(nc(), 931, "198.51.100.1", 50002)}),
         kOnce},
        {"a local client of it causes no further alert",
         PollSequence().poll({}).poll({tcp(nc(), 931, "127.0.0.1"),
                                       from(nc(), 931, "127.0.0.1", 50000, "127.0.0.1"),
                                       to(server(), "127.0.0.1", 931, 50000, "127.0.0.1")}),
         kOnce},
        {"connections to it seen only by their close events",
         PollSequence()
             .poll({})
             .poll({listener})
             .poll({listener})
             .closed(from(nc(), 931, kRemoteHost, 50000), Direction::Inbound)
             .closed(from(nc(), 931, kRemoteHost, 50001), Direction::Inbound),
         kOnce},
    };
}

std::vector<Scenario> reservedPortClients()
{
    const RpcService status{100024, 1, Protocol::Tcp, 931};
    const Program statd = Program("rpc.statd").user(104, "statd");
    return {
        {"an NFS client's source port",
         PollSequence().poll({}).poll({to(Program("mount.nfs"), kRemoteHost, 2049, 931)}),
         {}},
        {"a source port that bindresvport() took, closed at once",
         PollSequence().poll({}).poll({}).closed(to(Program("mount"), kRemoteHost, 111, 700)),
         {}},
        {"a service that rpcbind knows",
         PollSequence()
             .rpcbindKnows(status)
             .poll({tcp(Program("rpcbind"), 111)})
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931)}),
         {}},
        {"another socket of that process",
         PollSequence()
             .rpcbindKnows(status)
             .poll({tcp(Program("rpcbind"), 111)})
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931), udp(statd, 742)}),
         {}},
        {"a client of that service",
         PollSequence()
             .rpcbindKnows(status)
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931),
                    to(Program("showmount"), "127.0.0.1", 931, 50000, "127.0.0.1")}),
         {}},
        {"a client of that service seen only by its close event",
         PollSequence()
             .rpcbindKnows(status)
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .poll({tcp(Program("rpcbind"), 111), tcp(statd, 931)})
             .closed(to(Program("showmount"), "127.0.0.1", 931, 50000, "127.0.0.1")),
         {}},
        {"a socket that was briefly bound to 700 and never listened",
         PollSequence().poll({}).poll({}).closed(tcp(Program("rpcinfo"), 700)),
         {}},
    };
}

std::vector<Scenario> serverActivity()
{
    const Program postgres15 =
        Program("postgres").exe("/usr/lib/postgresql/15/bin/postgres").user(110);
    const Program postgres16 =
        Program("postgres").exe("/usr/lib/postgresql/16/bin/postgres").user(110).pid(99);
    Sockets accepted{tcp(sshd(), 22)};
    for (Port i = 0; i < 200; ++i) {
        accepted.push_back(from(sshd(), 22, kRemoteHost, static_cast<Port>(50000 + i)));
    }
    const Program resolver = Program("systemd-resolved").user(101);
    return {
        {"an ordinary server at the first poll",
         PollSequence().poll(
             {tcp(sshd(), 22), tcp(nginx(), 80), tcp(nginx(), 443), udp(resolver, 53)}),
         {}},
        {"services start one by one",
         PollSequence().poll({}).poll({tcp(sshd(), 22)}).poll({tcp(sshd(), 22), tcp(nginx(), 80)}),
         {}},
        {"hundreds log in", PollSequence().poll({tcp(sshd(), 22)}).poll(accepted).repeat(3), {}},
        {"a package upgrade replaces sshd and restarts it minutes later",
         PollSequence()
             .poll({tcp(sshd(), 22)})
             .poll({tcp(sshd().deleted(true), 22)})
             .repeat(5, 1min)
             .poll({tcp(sshd(2000), 22)})
             .repeat(3),
         {}},
        {"for a moment of the upgrade there is no file at all",
         PollSequence()
             .poll({tcp(sshd().deleted(false), 22)})
             .repeat(3)
             .poll({tcp(sshd().deleted(true), 22)})
             .poll({tcp(sshd(2000), 22)}),
         {}},
        {"an upgrade moves the executable",
         PollSequence().poll({tcp(postgres15, 5432)}).poll({}).poll({tcp(postgres16, 5432)}),
         {}},
        {"socket activation hands sshd the socket",
         PollSequence()
             .poll({tcp(Program("systemd").pid(1), 22)})
             .poll({heldBy(tcpListener(22), Program("systemd").pid(1))}),
         {}},
        {"the socket unit is stopped and the service takes its port",
         PollSequence().poll({tcp(Program("systemd").pid(1), 22)}).poll({}).poll({tcp(sshd(), 22)}),
         {}},
        {"a container is published: a docker-proxy for each family",
         PollSequence().poll({}).poll(
             {tcp(dockerProxy(301), 8080), tcp(dockerProxy(302), 8080, "::")}),
         {}},
        {"the container is created again",
         PollSequence()
             .poll({tcp(dockerProxy(301), 8080), tcp(dockerProxy(302), 8080, "::")})
             .poll({})
             .poll({tcp(dockerProxy(401), 8080), tcp(dockerProxy(402), 8080, "::")}),
         {}},
        {"a web server's workers come and go",
         PollSequence()
             .poll({tcp(nginx(), 80), tcp(nginx(81), 80)})
             .poll({tcp(nginx(), 80)})
             .poll({tcp(nginx(), 80), tcp(nginx(82), 80)}),
         {}},
        {"a service's own user holds its privileged port",
         PollSequence().poll({}).poll({tcp(Program("caddy").user(998), 80)}),
         {}},
        {"a service that runs as a person, as its unit says",
         PollSequence().poll({}).poll({tcp(Program("node").user(1000).unit("shop.service"), 80)}),
         {}},
        {"a container's user on a privileged port",
         PollSequence().poll({}).poll(
             {tcp(Program("node").user(1000).container("docker:0123456789ab"), 80)}),
         {}},
        {"ports from 80 up are free for all here",
         PollSequence()
             .rules([](WatchRules& rules) { rules.firstUnprivilegedPort = 80; })
             .poll({})
             .poll({tcp(Program("node").user(1000), 80)}),
         {}},
        {"a second instance for another network",
         PollSequence()
             .poll({tcp(Program("dnsmasq").pid(10), 53, "127.0.0.1")})
             .poll({tcp(Program("dnsmasq").pid(10), 53, "127.0.0.1"),
                    tcp(Program("dnsmasq").pid(11), 53, "192.168.122.1")}),
         {}},
        {"a service opens loopback and its network at once",
         PollSequence().poll({}).poll({tcp(Program("dnsmasq"), 53, "127.0.0.1"),
                                       tcp(Program("dnsmasq"), 53, "192.168.122.1")}),
         {}},
        {"a service is bound to less than before",
         PollSequence().poll({tcp(server(), 8080)}).poll({tcp(server(901), 8080, "127.0.0.1")}),
         {}},
        {"a burst fills the backlog for one poll",
         PollSequence()
             .poll({tcp(nginx(), 80)})
             .poll({waiting(tcp(nginx(), 80), 512, 511)})
             .poll({tcp(nginx(), 80)}),
         {}},
        {"one connection waits for a program with a backlog of one",
         PollSequence().poll({waiting(tcp(server(), 8080), 1, 1)}).repeat(10),
         {}},
        {"a high count of CLOSE_WAIT that does not grow",
         PollSequence().poll(closeWaits(server(), 80)).repeat(100),
         {}},
        {"a short peak of CLOSE_WAIT",
         PollSequence()
             .poll(closeWaits(server(), 10))
             .poll(closeWaits(server(), 500))
             .repeat(10)
             .poll(closeWaits(server(), 10)),
         {}},
    };
}

std::vector<Scenario> developerActivity()
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
         PollSequence()
             .poll({tcp(node("/home/user1000/shop", 900), 3000, "127.0.0.1")})
             .poll({})
             .poll({tcp(node("/home/user1000/blog", 901), 3000)}),
         {}},
        {"another server of the same user on the usual port",
         PollSequence()
             .poll({tcp(server(), 8080)})
             .poll({})
             .poll({tcp(Program("python3").user(1000).pid(901), 8080)}),
         {}},
        {"a build replaces the server that runs",
         PollSequence()
             .poll({tcp(server(), 8080)})
             .poll({tcp(server().deleted(), 8080)})
             .repeat(20)
             .poll({tcp(server().deleted(true), 8080)})
             .repeat(20),
         {}},
        {"thousands of UDP clients come and go",
         PollSequence().poll({}).poll(queries).poll(others).poll(queries),
         {}},
        {"and with a baseline too",
         PollSequence().expects(22, "/usr/sbin/sshd", "root").poll({}).poll(queries).poll(others),
         {}},
        {"a browser listens for multicast DNS",
         PollSequence()
             .poll({udp(Program("avahi-daemon").user(105), 5353)})
             .poll({udp(Program("avahi-daemon").user(105), 5353), udp(firefox, 5353, "224.0.0.251"),
                    udp(firefox, 5353)}),
         {}},
        {"a tool uses another free port at each start: one alert",
         PollSequence()
             .expects(22, "/usr/sbin/sshd", "root")
             .poll({})
             .poll({tcp(server(), 40001, "127.0.0.1")})
             .poll({tcp(server(901), 40002, "127.0.0.1")})
             .poll({tcp(server(902), 40003, "127.0.0.1")}),
         {"low new-listener 40001"}},
        {"what the baseline expects",
         PollSequence()
             .expects(931, "/usr/bin/nc", "user1000")
             .poll({})
             .poll(twins(nc(), 931))
             .poll({tcp(nc(), 931), from(nc(), 931, kRemoteHost)}),
         {}},
        {"the baseline expects it on all addresses too",
         PollSequence()
             .expects(8080, "any", "any")
             .poll({tcp(server(), 8080, "127.0.0.1")})
             .poll({tcp(server(901), 8080)}),
         {}},
        {"without a baseline no listener is new",
         PollSequence().poll({}).poll({tcp(server(), 8080)}),
         {}},
        {"a disabled rule raises no alert",
         PollSequence()
             .rules([](WatchRules& rules) { rules.setOn(WatchRule::UnassignedListener, false); })
             .poll({})
             .poll({tcp(Program("nc"), 931)}),
         {}},
    };
}

std::vector<Scenario> clocks()
{
    const Sockets usual{tcp(sshd(), 22), tcp(nginx(), 80), tcp(nc(), 931),
                        to(nc(), kRemoteHost, 932)};
    const std::vector<std::string> atFirst{"high unassigned-listener x2"};
    return {
        {"the machine sleeps for a night",
         PollSequence().poll(usual).repeat(3).pause(9h).poll(usual).repeat(3), atFirst},
        {"the clock is set back a day",
         PollSequence().poll(usual).repeat(3).pause(-24h).poll(usual).repeat(3), atFirst},
        {"the clock goes to and fro",
         PollSequence().poll(usual).pause(5h).poll(usual).pause(-5h).poll(usual).pause(5h).poll(
             usual),
         atFirst},
        {"a restart while the machine sleeps",
         PollSequence().poll(usual).pause(9h).poll(
             {tcp(sshd(2000), 22), tcp(nginx(2001), 80), tcp(nc(2002), 931)}),
         atFirst},
    };
}

TEST(WatchScenarios, RaiseNoFalseAlarm)
{
    Score score;
    for (const auto& table :
         {restarts(), reservedPortClients(), serverActivity(), developerActivity(), clocks()}) {
        score.add(table);
    }

    EXPECT_EQ(score.falseAlarms, 0U);
    EXPECT_EQ(score.misses, 0U);
    EXPECT_GE(score.scenarios, 55U);
}

}  // namespace
}  // namespace quaywatch::test
