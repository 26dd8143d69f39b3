// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/kernel_ports/kernel_ports.h"

#include "core/linux/kernel_ports/kernel_sockets.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace quaywatch::linux_backend {
namespace {

DiagRow row(std::uint8_t protocol, Port port, const char* local = "0.0.0.0")
{
    DiagRow made;
    made.family = std::string_view(local).find(':') == std::string_view::npos ? AF_INET : AF_INET6;
    made.protocol = protocol;
    made.state = protocol == IPPROTO_TCP ? TCP_LISTEN : TCP_CLOSE;
    made.localPort = port;
    inet_pton(made.family, local, made.local.data());
    return made;
}

DiagRow connection(Port localPort, const char* remote, Port remotePort)
{
    DiagRow made = row(IPPROTO_TCP, localPort, "10.0.0.2");
    made.state = TCP_ESTABLISHED;
    made.remotePort = remotePort;
    inet_pton(AF_INET, remote, made.remote.data());
    return made;
}

TEST(KernelPorts, ExplainATunnelSocketByItsPortAndAddress)
{
    KernelPorts known;
    known.ports = {{IPPROTO_UDP, 4789, AF_INET, {}},
                   {IPPROTO_UDP, 1701, AF_INET, *IpAddress::parse("10.0.0.2")}};

    EXPECT_TRUE(known.explain(row(IPPROTO_UDP, 4789)));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 4790)));
    EXPECT_FALSE(known.explain(row(IPPROTO_TCP, 4789)));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 4789, "::")));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 4789, "127.0.0.1")));
    EXPECT_TRUE(known.explain(row(IPPROTO_UDP, 1701, "10.0.0.2")));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 1701)));
}

TEST(KernelPorts, ExplainAConnectionToAMountedServer)
{
    KernelPorts known;
    known.servers = {{*IpAddress::parse("10.0.0.1"), 2049, false}};

    EXPECT_TRUE(known.explain(connection(931, "10.0.0.1", 2049)));
    EXPECT_FALSE(known.explain(connection(931, "10.0.0.1", 4000)));
    EXPECT_FALSE(known.explain(connection(931, "10.0.0.3", 2049)));
    known.servers.front().hasHelpers = true;
    EXPECT_TRUE(known.explain(connection(931, "10.0.0.1", 4000)));
    EXPECT_FALSE(known.explain(connection(40000, "10.0.0.1", 4000)));
}

TEST(KernelPorts, ExplainNfsPortsOnlyWhereNfsIsInUse)
{
    KernelPorts known;
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 931)));
    EXPECT_FALSE(known.explain(row(IPPROTO_TCP, 40001)));

    known.hasNfsLocks = true;
    known.hasNfsCallback = true;
    EXPECT_TRUE(known.explain(row(IPPROTO_UDP, 931)));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 931, "10.0.0.2")));
    EXPECT_FALSE(known.explain(row(IPPROTO_UDP, 600)));
    EXPECT_FALSE(known.explain(row(IPPROTO_TCP, 931)));
    EXPECT_TRUE(known.explain(row(IPPROTO_TCP, 40001)));
}

class KernelSocketsTest : public testing::Test {
protected:
    void follow(std::vector<DiagRow> rows)
    {
        m_rows = std::move(rows);
        std::vector<const DiagRow*> unheld;
        for (const DiagRow& each : m_rows) {
            unheld.push_back(&each);
        }
        sockets.follow(unheld, now);
    }
    static DiagRow numbered(DiagRow made, std::uint32_t inode)
    {
        made.inode = inode;
        return made;
    }

    KernelPorts evidence;
    int reads = 0;
    KernelSockets::Clock::time_point now{std::chrono::seconds(1000)};
    KernelSockets sockets{[this] {
        ++reads;
        return evidence;
    }};
    std::vector<DiagRow> m_rows;
};

TEST_F(KernelSocketsTest, ReadsEvidenceForANewSocketAndThenRarely)
{
    follow({});
    EXPECT_EQ(reads, 0);
    for (int poll = 0; poll < 10; ++poll) {
        follow({numbered(row(IPPROTO_UDP, 931), 5)});
    }
    EXPECT_EQ(reads, 2) << "a mount appears after its sockets";
    EXPECT_FALSE(sockets.contains(5));

    evidence.hasNfsLocks = true;
    now += std::chrono::minutes(2);
    follow({numbered(row(IPPROTO_UDP, 931), 5)});
    EXPECT_EQ(reads, 3);
    EXPECT_TRUE(sockets.contains(5));
}

TEST_F(KernelSocketsTest, ReadsNothingWhenAllSocketsAreExplained)
{
    evidence.ports = {{IPPROTO_UDP, 4789, AF_INET, {}}};
    for (int poll = 0; poll < 5; ++poll) {
        now += std::chrono::minutes(2);
        follow({numbered(row(IPPROTO_UDP, 4789), 5)});
    }
    EXPECT_EQ(reads, 1);
    EXPECT_TRUE(sockets.contains(5));
    EXPECT_FALSE(sockets.contains(6));
}

TEST_F(KernelSocketsTest, DoesNotUseOldEvidenceForANewSocket)
{
    evidence.ports = {{IPPROTO_UDP, 4789, AF_INET, {}}};
    follow({numbered(row(IPPROTO_UDP, 4789), 5)});

    evidence.ports.clear();  // the tunnel was removed, and its socket with it
    follow({numbered(row(IPPROTO_UDP, 4789), 6)});

    EXPECT_FALSE(sockets.contains(6));
    EXPECT_FALSE(sockets.contains(5));
}

}  // namespace
}  // namespace quaywatch::linux_backend
