// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/filter/filter.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

namespace quaywatch {
namespace {

using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;

bool isMatch(std::string_view text, const SocketRecord& socket)
{
    const auto filter = Filter::parse(text);
    if (!filter) {
        ADD_FAILURE() << text << ": " << filter.error().message;
        return false;
    }
    return filter->matches(socket);
}

SocketRecord nginxOn80()
{
    return tcpListener(80, "0.0.0.0")
        .ownedBy(process("nginx", 4711, 33, "www-data"))
        .serviceContext("nginx.service", "docker:0123456789ab");
}

SocketRecord sshTo(const std::string& address)
{
    return tcpConnection("192.168.1.2", 40000, address, 22).ownedBy(process("ssh", 99));
}

TEST(Filter, OfBlanksMatchesEverything)
{
    EXPECT_TRUE(Filter().isEmpty());
    EXPECT_TRUE(Filter::parse("")->isEmpty());
    EXPECT_TRUE(Filter::parse(" \t ")->isEmpty());
    EXPECT_TRUE(isMatch("", nginxOn80()));
}

TEST(Filter, ProcessMatchesTheTitleAsABareWordDoes)
{
    auto python = std::make_shared<ProcessInfo>(*process("python3.11", 50));
    python->command = {"gunicorn: master [shop:app]"};
    auto redis = std::make_shared<ProcessInfo>(*process("redis-check-rdb", 51));
    redis->comm = "main";
    redis->command = {"/opt/cache/redis-server *:6379"};
    const SocketRecord gunicornSocket = tcpListener(80).ownedBy(python);
    const SocketRecord redisSocket = tcpListener(6379).ownedBy(redis);

    for (const std::string_view text :
         {"gunicorn", "process:gunicorn", "process:=gunicorn", "process:shop:app",
          "process:=\"gunicorn: master [shop:app]\""}) {
        EXPECT_TRUE(isMatch(text, gunicornSocket)) << text;
        EXPECT_FALSE(isMatch(text, redisSocket)) << text;
    }
    for (const std::string_view text :
         {"redis-server", "process:redis-server", "process:=redis-server", "process:cache/redis"}) {
        EXPECT_TRUE(isMatch(text, redisSocket)) << text;
    }
    EXPECT_FALSE(isMatch("process:cache", redisSocket)) << "a folder is not a name";
}

TEST(Filter, PortMatchesEitherEnd)
{
    EXPECT_TRUE(isMatch("port:22", sshTo("10.0.0.1")));
    EXPECT_TRUE(isMatch("port:40000", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("port:2", sshTo("10.0.0.1")));
    EXPECT_TRUE(isMatch("rport:22", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("rport:40000", sshTo("10.0.0.1")));
    EXPECT_TRUE(isMatch("lport:40000", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("lport:22", sshTo("10.0.0.1")));
}

TEST(Filter, PortAcceptsRangesAndLists)
{
    EXPECT_TRUE(isMatch("port:79-81", nginxOn80()));
    EXPECT_TRUE(isMatch("port:80-80", nginxOn80()));
    EXPECT_FALSE(isMatch("port:81-90", nginxOn80()));
    EXPECT_TRUE(isMatch("port:22,443,70-90", nginxOn80()));
    EXPECT_FALSE(isMatch("port:22,443", nginxOn80()));
}

TEST(Filter, AListenerHasNoRemotePort)
{
    EXPECT_FALSE(isMatch("rport:0-65535", nginxOn80()));
}

TEST(Filter, ProtocolAndStateAreTokens)
{
    EXPECT_TRUE(isMatch("proto:tcp state:listen", nginxOn80()));
    EXPECT_TRUE(isMatch("PROTO:UDP,TCP", nginxOn80()));
    EXPECT_TRUE(isMatch("state:bound", udpBound(53)));
    EXPECT_FALSE(isMatch("state:listen,established", udpBound(53)));
}

TEST(Filter, ProcessIsASubstringOrExactWithAnEqualsSign)
{
    EXPECT_TRUE(isMatch("process:GIN", nginxOn80()));
    EXPECT_TRUE(isMatch("process:=Nginx", nginxOn80()));
    EXPECT_FALSE(isMatch("process:=ngin", nginxOn80()));
    EXPECT_TRUE(isMatch("process:=ngin,=nginx", nginxOn80()));
    EXPECT_FALSE(isMatch("process:nginx", tcpListener(80)));
}

TEST(Filter, ProcessWithASlashIsAPath)
{
    EXPECT_FALSE(isMatch("process:bin", nginxOn80()));
    EXPECT_TRUE(isMatch("process:/usr/bin/", nginxOn80()));
    EXPECT_TRUE(isMatch("process:=/usr/bin/nginx", nginxOn80()));
}

TEST(Filter, PidMatchesExactly)
{
    EXPECT_TRUE(isMatch("pid:4711", nginxOn80()));
    EXPECT_TRUE(isMatch("pid:4000-5000", nginxOn80()));
    EXPECT_FALSE(isMatch("pid:471", nginxOn80()));
}

TEST(Filter, UserIsANameOrAUid)
{
    EXPECT_TRUE(isMatch("user:www", nginxOn80()));
    EXPECT_TRUE(isMatch("user:33", nginxOn80()));
    EXPECT_FALSE(isMatch("user:3", nginxOn80()));
    EXPECT_TRUE(isMatch("user:=root", tcpListener(111).uid(0, "root")));
    EXPECT_TRUE(isMatch("user:alice", tcpListener(80).ownedBy(process("a")).uid(0, "root")));
}

TEST(Filter, AddressMatchesABlockAtEitherEnd)
{
    EXPECT_TRUE(isMatch("addr:10.0.0.0/8", sshTo("10.1.2.3")));
    EXPECT_TRUE(isMatch("addr:192.168.1.2", sshTo("10.1.2.3")));
    EXPECT_FALSE(isMatch("addr:172.16.0.0/12,127.0.0.0/8", sshTo("10.1.2.3")));
    EXPECT_TRUE(isMatch("addr:fe80::/10", tcpListener(80, "fe80::1")));
    EXPECT_TRUE(isMatch("addr:[::1]", tcpListener(80, "::1")));
}

TEST(Filter, TakesEachFormInWhichAnAddressIsPrinted)
{
    const SocketRecord onDevice =
        tcpListener(80, "fe80::1%2").device("ve0", 2);  // printed as fe80::1%ve0
    const SocketRecord anywhere = tcpListener(80, "0.0.0.0").device("lo", 1);

    for (const char* matching : {"addr:fe80::1", "addr:fe80::1%ve0", "addr:fe80::1%2",
                                 "addr:[fe80::1%ve0]", "addr:fe80::%ve0/10"}) {
        EXPECT_TRUE(isMatch(matching, onDevice)) << matching;
    }
    for (const char* other : {"addr:fe80::1%ve1", "addr:fe80::1%3", "addr:fe80::2%ve0"}) {
        EXPECT_FALSE(isMatch(other, onDevice)) << other;
    }
    EXPECT_TRUE(isMatch("addr:0.0.0.0%lo", anywhere));
    EXPECT_FALSE(isMatch("addr:0.0.0.0%eth0", anywhere));
}

TEST(Filter, AddressComparesTheIpv4Form)
{
    const SocketRecord mapped = tcpConnection("::ffff:127.0.0.1", 80, "::ffff:10.0.0.9", 5);

    EXPECT_TRUE(isMatch("addr:127.0.0.1", mapped));
    EXPECT_TRUE(isMatch("addr:::ffff:10.0.0.0/104", mapped));
    EXPECT_FALSE(isMatch("addr:10.0.0.10", mapped));
}

TEST(Filter, AMissingRemoteEndHasNoAddress)
{
    EXPECT_FALSE(isMatch("addr:0.0.0.0", tcpListener(80, "127.0.0.1")));
    EXPECT_TRUE(isMatch("addr:0.0.0.0", tcpListener(80, "0.0.0.0")));
}

TEST(Filter, UnitAndContainerMatchTheSocketOrAnOwner)
{
    EXPECT_TRUE(isMatch("unit:nginx container:docker", nginxOn80()));
    EXPECT_TRUE(isMatch("unit:=nginx.service", nginxOn80()));
    EXPECT_FALSE(isMatch("unit:ssh", nginxOn80()));
    auto owner = std::make_shared<ProcessInfo>(*process("sshd"));
    owner->unit = "ssh.service";
    EXPECT_TRUE(isMatch("unit:ssh", tcpListener(22).ownedBy(owner)));
}

TEST(Filter, ServiceMatchesTheRegisteredNameOfEitherPort)
{
    EXPECT_TRUE(isMatch("service:=http", nginxOn80()));
    EXPECT_TRUE(isMatch("service:www-", nginxOn80()));
    EXPECT_TRUE(isMatch("service:=ssh", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("service:imap", nginxOn80()));
}

TEST(Filter, VerdictIsAToken)
{
    auto odd = tcpListener(931);
    odd.record().assessment.verdict = Verdict::Unexpected;

    EXPECT_TRUE(isMatch("verdict:unexpected", odd));
    EXPECT_TRUE(isMatch("is:unexpected", odd));
    EXPECT_FALSE(isMatch("is:unexpected", nginxOn80()));
}

TEST(Filter, IsDescribesTheSocket)
{
    auto exposed = tcpListener(931);
    exposed.record().exposure = Exposure::All;
    auto hidden = tcpListener(931, "127.0.0.1").ownerState(OwnerState::Partial);
    hidden.record().exposure = Exposure::Loopback;

    EXPECT_TRUE(isMatch("is:listener is:exposed is:unassigned is:well-known is:ipv4", exposed));
    EXPECT_FALSE(isMatch("is:exposed | is:unassigned", tcpListener(80)));
    EXPECT_TRUE(isMatch("is:loopback is:hidden", hidden));
    EXPECT_FALSE(isMatch("is:exposed", hidden));
    EXPECT_TRUE(isMatch("is:connection is:outbound", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("is:listener", sshTo("10.0.0.1")));
    EXPECT_FALSE(isMatch("is:ipv6,listener", sshTo("10.0.0.1")));
}

TEST(Filter, ABareWordMatchesAnyText)
{
    for (const char* word :
         {"nginx", "WWW-DATA", "nginx.serv", "\"docker:01\"", "listen", "tcp", "http", "/usr/bin",
          "0.0.0.0", "0.0.0.0:80", "ordinary", "80", "4711"}) {
        EXPECT_TRUE(isMatch(word, nginxOn80())) << word;
    }
    for (const char* word :
         {"apache", "established", "udp", "127.", "81", "47110", "0.0.0.0:8080"}) {
        EXPECT_FALSE(isMatch(word, nginxOn80())) << word;
    }
}

TEST(Filter, ABareWordMatchesTheCommandLine)
{
    auto node = std::make_shared<ProcessInfo>(*process("node"));
    node->command = {"node", "server.js", "--watch"};
    node->script = "server.js";
    node->workingDirectory = "/home/alice/shop";
    const SocketRecord socket = tcpListener(5173).ownedBy(node);

    EXPECT_TRUE(isMatch("server.js shop", socket));
    EXPECT_TRUE(isMatch("\"server.js --watch\"", socket));
    EXPECT_FALSE(isMatch("\"server.js --prod\"", socket));
}

TEST(Filter, ABareAddressOfLettersAndColonsIsNoKey)
{
    EXPECT_TRUE(isMatch("dead:beef::1", tcpListener(80, "dead:beef::1")));
    EXPECT_TRUE(isMatch("[::1]:80", tcpListener(80, "::1")));
    EXPECT_TRUE(isMatch("fe80", tcpListener(80, "fe80::1")));
}

TEST(Filter, NotBindsBeforeAndBeforeOr)
{
    EXPECT_TRUE(isMatch("!port:22 port:80", nginxOn80()));
    EXPECT_FALSE(isMatch("!(port:22 | port:80)", nginxOn80()));
    EXPECT_TRUE(isMatch("port:22 is:ipv6 | port:80", nginxOn80()));
    EXPECT_FALSE(isMatch("(port:22 | port:80) is:ipv6", nginxOn80()));
    EXPECT_TRUE(isMatch("!!port:80", nginxOn80()));
    EXPECT_TRUE(isMatch("! port:22", nginxOn80()));
    EXPECT_TRUE(isMatch("port:22|port:80", nginxOn80()));
}

TEST(Filter, BothMatchesTheIntersectionOfTwoFilters)
{
    const Filter ssh = Filter::parse("process:ssh").value();
    const Filter toTen = Filter::parse("addr:10.0.0.1 | addr:10.0.0.2").value();

    EXPECT_TRUE(Filter::both(ssh, toTen).matches(sshTo("10.0.0.2")));
    EXPECT_FALSE(Filter::both(ssh, toTen).matches(sshTo("10.0.0.3")));
    EXPECT_FALSE(Filter::both(ssh, toTen).matches(nginxOn80()));
    EXPECT_TRUE(Filter::both(Filter(), ssh).matches(sshTo("10.0.0.3")));
    EXPECT_FALSE(Filter::both(ssh, Filter()).matches(nginxOn80()));
    EXPECT_TRUE(Filter::both(Filter(), Filter()).isEmpty());
}

TEST(Filter, QuotesKeepBlanksAndOperators)
{
    const SocketRecord socket = tcpListener(80).ownedBy(process("my (odd), \"app\""));

    EXPECT_TRUE(isMatch(R"-(process:"my (odd)")-", socket));
    EXPECT_TRUE(isMatch(R"-(process:="my (odd), \"app\"")-", socket));
    EXPECT_TRUE(isMatch(R"-(process:zzz,"odd), ")-", socket));
    EXPECT_FALSE(isMatch(R"-("my app")-", socket));
}

TEST(Filter, SelectsTheMatchingSockets)
{
    const ProcessPtr nginx = process("nginx", 7);
    const Snapshot snapshot =
        test::snapshotOf({tcpListener(80).ownedBy(nginx), tcpListener(22).ownedBy(process("sshd")),
                          tcpListener(443).ownedBy(nginx), udpBound(53), sshTo("10.0.0.1")});

    for (const char* text : {"", "process:nginx", "nginx | sshd", "!nginx", "user:alice", "ssh"}) {
        const Filter filter = Filter::parse(text).value();
        std::vector<const SocketRecord*> expected;
        for (const SocketRecord& socket : snapshot.sockets) {
            if (filter.matches(socket)) {
                expected.push_back(&socket);
            }
        }

        EXPECT_EQ(filter.select(snapshot), expected) << text;
    }
}

}  // namespace
}  // namespace quaywatch
