// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/sock_diag.h"

#include "tests/support/sockets/test_socket.h"

#include <gtest/gtest.h>

#include <netinet/in.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

using test::TestSocket;

/// The local ports of the rows that the kernel returns for one half of its TCP table.
std::vector<std::uint16_t> localPortsOf(const PortPartition& half)
{
    // TCP_TIME_WAIT of the kernel's net/tcp_states.h: other programs may have left such rows on any
    // port.
    constexpr unsigned kTimeWait = 6;
    constexpr unsigned kStates = 0xfffU & ~(1U << kTimeWait);
    Result<std::unique_ptr<DiagChannel>> channel = openDiagChannel();
    EXPECT_TRUE(channel);
    DiagDump dump;
    const Result<void> done = dumpSockets(
        **channel, {.family = AF_INET, .protocol = IPPROTO_TCP, .states = kStates, .half = half},
        dump);
    EXPECT_TRUE(done) << describe(done.error());
    std::vector<std::uint16_t> ports;
    for (const DiagRow& row : dump.rows) {
        EXPECT_TRUE(half.holds(row));
        ports.push_back(row.localPort);
    }
    return ports;
}

bool contains(const std::vector<std::uint16_t>& ports, std::uint16_t port)
{
    return std::find(ports.begin(), ports.end(), port) != ports.end();
}

TEST(PortPartitionContract, IsSelectedByTheKernelByLocalPort)
{
    TestSocket a(AF_INET, SOCK_STREAM);
    TestSocket b(AF_INET, SOCK_STREAM);
    a.bind("127.0.0.1").listen(1);
    b.bind("127.0.0.1").listen(1);
    const auto [low, high] = std::minmax({a.port(), b.port()});

    const PortPartition lower{.isOfRemotePort = false, .isUpper = false, .lastLow = low};
    const auto below = localPortsOf(lower);
    const auto above = localPortsOf(lower.other());

    EXPECT_TRUE(contains(below, low) && !contains(below, high));
    EXPECT_TRUE(contains(above, high) && !contains(above, low));
}

TEST(PortPartitionContract, IsSelectedByTheKernelByRemotePort)
{
    TestSocket listener(AF_INET, SOCK_STREAM);
    listener.bind("127.0.0.1").listen(1);
    TestSocket client(AF_INET, SOCK_STREAM);
    client.connect("127.0.0.1", listener.port());

    const auto before = static_cast<std::uint16_t>(listener.port() - 1);
    const PortPartition upTo{.isOfRemotePort = true, .isUpper = false, .lastLow = before};

    EXPECT_FALSE(contains(localPortsOf(upTo), client.port()));
    EXPECT_TRUE(contains(localPortsOf(upTo), listener.port())) << "a listener has no remote port";
    EXPECT_TRUE(contains(localPortsOf(upTo.other()), client.port()));
}

}  // namespace
}  // namespace quaywatch::linux_backend
