// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/record_builder.h"

#include "core/linux/procfs/user_map.h"
#include "core/linux/tables/row_key.h"
#include "tests/support/machine/fake_proc.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <optional>
#include <random>
#include <string>

namespace quaywatch::linux_backend {
namespace {

DiagRow diagRow(std::uint8_t state, std::uint16_t localPort, std::uint16_t remotePort = 0,
                const char* local = "127.0.0.1")
{
    DiagRow result;
    result.family =
        std::string_view(local).find(':') == std::string_view::npos ? AF_INET : AF_INET6;
    result.protocol = IPPROTO_TCP;
    result.state = state;
    result.localPort = localPort;
    result.remotePort = remotePort;
    inet_pton(result.family, local, result.local.data());
    return result;
}

std::vector<std::uint32_t> order(const std::vector<DiagRow>& rows)
{
    return sortedRows(rows, 1);
}

TEST(RecordBuilder, KnowsEveryTcpStateAndOmitsOthers)
{
    EXPECT_EQ(stateOf(diagRow(TCP_LISTEN, 1)), SocketState::Listen);
    EXPECT_EQ(stateOf(diagRow(TCP_CLOSE_WAIT, 1)), SocketState::CloseWait);
    EXPECT_EQ(stateOf(diagRow(12, 1)), SocketState::SynReceived) << "TCP_NEW_SYN_RECV";
    EXPECT_EQ(stateOf(diagRow(TCP_CLOSE, 1)), std::nullopt);
    EXPECT_EQ(stateOf(diagRow(kBoundInactive, 1)), SocketState::Bound);
    EXPECT_EQ(stateOf(diagRow(14, 1)), std::nullopt);
    EXPECT_TRUE(order({diagRow(14, 1)}).empty());
}

std::vector<DiagRow> randomRows(int count)
{
    std::mt19937 random(1);
    const char* const addresses[] = {"127.0.0.1", "10.0.0.1", "::", "::1", "fe80::1", "fe80::2"};
    std::vector<DiagRow> rows;
    for (int i = 0; i < count; ++i) {
        DiagRow made = diagRow(TCP_ESTABLISHED, static_cast<std::uint16_t>(random() % 5),
                               static_cast<std::uint16_t>(random() % 60000 + 1),
                               addresses[random() % std::size(addresses)]);
        made.protocol = random() % 2 == 0 ? IPPROTO_TCP : IPPROTO_UDP;
        made.remote[random() % 4] = static_cast<std::uint8_t>(random());
        made.interfaceIndex = random() % 2;
        made.cookie = random() % 50;
        rows.push_back(made);
    }
    return rows;
}

/// Few and many rows are sorted by different algorithms.
TEST(RecordBuilder, OrdersRandomRowsByKey)
{
    for (const int count : {500, 2000}) {
        const std::vector<DiagRow> rows = randomRows(count);

        const std::vector<std::uint32_t> numbers = order(rows);

        EXPECT_GT(numbers.size(), rows.size() * 9 / 10);
        for (std::size_t i = 1; i < numbers.size(); ++i) {
            ASSERT_LT(keyOf(rows[numbers[i - 1]], 1), keyOf(rows[numbers[i]], 1)) << i;
        }
    }
}

TEST(RecordBuilder, KeepsTheOwnedOneOfDuplicateRows)
{
    std::vector<DiagRow> rows{diagRow(TCP_TIME_WAIT, 80, 5000), diagRow(TCP_ESTABLISHED, 80, 5000)};
    rows[1].inode = 7;

    EXPECT_EQ(order(rows), std::vector<std::uint32_t>{1});
    std::swap(rows[0], rows[1]);
    EXPECT_EQ(order(rows), std::vector<std::uint32_t>{0});
}

TEST(RecordBuilder, DistinguishesListenersOfOneAddressByTheKernelsId)
{
    std::vector<DiagRow> rows{diagRow(TCP_LISTEN, 80), diagRow(TCP_LISTEN, 80)};
    rows[0].cookie = 9;
    rows[1].cookie = 8;

    EXPECT_EQ(order(rows), (std::vector<std::uint32_t>{1, 0}));
}

TEST(RecordBuilder, KeepsAConnectionsKeyWhenItsCookieChanges)
{
    DiagRow open = diagRow(TCP_ESTABLISHED, 80, 5000);
    open.cookie = 1;
    DiagRow waiting = diagRow(TCP_TIME_WAIT, 80, 5000);
    waiting.cookie = 2;

    EXPECT_EQ(keyOf(open, 1), keyOf(waiting, 1));
}

TEST(RecordBuilder, ScopesOnlyLinkLocalAddresses)
{
    DiagRow linkLocal = diagRow(TCP_LISTEN, 80, 0, "fe80::1");
    linkLocal.interfaceIndex = 3;
    DiagRow global = diagRow(TCP_LISTEN, 80, 0, "2001:db8::1");
    global.interfaceIndex = 3;

    EXPECT_EQ(keyOf(linkLocal, 1).localAddress.scopeId(), 3U);
    EXPECT_EQ(keyOf(global, 1).localAddress.scopeId(), 0U);
    EXPECT_EQ(keyOf(global, 1).boundDevice, 3U);
}

/// A socket of a user that has no number in this user namespace: its owner is hidden, and no user.
TEST(RecordBuilder, NamesNoUserByTheOverflowNumber)
{
    const test::FakeProc proc;
    const OwnerIndex owners(proc.open(), std::make_shared<UserNames>());
    const KernelSockets kernelSockets;
    UserNames users(std::chrono::seconds(10),
                    [](std::uint32_t) { return std::make_shared<const std::string>("nobody"); });
    CgroupNames cgroups;
    std::vector<DiagRow> rows{diagRow(TCP_LISTEN, 80), diagRow(TCP_LISTEN, 81)};
    rows[0].inode = 7;
    rows[0].uid = 65534;
    rows[1].inode = 8;
    rows[1].uid = 1000;
    const UserMap small("1000 1000 1\n", "65534\n");
    const UserMap whole("0 0 4294967295\n", "65534\n");

    const auto made = RecordBuilder(owners, kernelSockets, users, cgroups, 1, small).build(rows);
    const auto onHost = RecordBuilder(owners, kernelSockets, users, cgroups, 1, whole).build(rows);

    EXPECT_EQ(made[0].uid, std::nullopt);
    EXPECT_EQ(made[0].user, nullptr);
    EXPECT_EQ(made[1].uid, 1000U);
    EXPECT_EQ(onHost[0].uid, 65534U);
    EXPECT_EQ(*onHost[0].user, "nobody");
}

}  // namespace
}  // namespace quaywatch::linux_backend
