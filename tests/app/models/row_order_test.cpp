// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/row_order.h"

#include "tests/support/sockets/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch {
namespace {

using test::process;
using test::tcpConnection;
using test::tcpListener;
using test::udpBound;
using testing::ElementsAre;

/// The order of rows by a column, as indices into the given rows.
std::vector<std::uint32_t> order(const std::vector<SocketRecord>& sockets, Column column,
                                 Qt::SortOrder order = Qt::AscendingOrder, Filter filter = {})
{
    std::vector<RowRef> rows;
    for (const SocketRecord& socket : sockets) {
        rows.push_back({static_cast<std::uint32_t>(rows.size()), &socket});
    }
    return orderOf(rows, {std::move(filter), column, order});
}

TEST(RowOrder, SortsPortsAsNumbers)
{
    EXPECT_THAT(order({tcpListener(443), tcpListener(8080), tcpListener(80)}, Column::LocalPort),
                ElementsAre(2, 0, 1));
}

TEST(RowOrder, SortsAddressesAsAddressesAndMappedOnesAsIpv4)
{
    const std::vector<SocketRecord> sockets{tcpListener(1, "10.0.0.10"), tcpListener(2, "10.0.0.9"),
                                            tcpListener(3, "::1"),
                                            tcpListener(4, "::ffff:10.0.0.1")};

    EXPECT_THAT(order(sockets, Column::LocalAddress), ElementsAre(3, 1, 0, 2));
}

TEST(RowOrder, SortsTextsCaseInsensitivelyAndShorterOnesFirst)
{
    const std::vector<SocketRecord> sockets{tcpListener(1).ownedBy(process("nginx-long-name")),
                                            tcpListener(2).ownedBy(process("Apache")),
                                            tcpListener(3).ownedBy(process("nginx"))};

    EXPECT_THAT(order(sockets, Column::Process), ElementsAre(1, 2, 0));
    EXPECT_THAT(order(sockets, Column::Process, Qt::DescendingOrder), ElementsAre(0, 2, 1));
}

TEST(RowOrder, PutsMissingValuesLastInBothOrders)
{
    const std::vector<SocketRecord> sockets{tcpListener(1), tcpListener(2).ownedBy(process("a")),
                                            tcpListener(3).ownedBy(process("b"))};

    EXPECT_THAT(order(sockets, Column::Process), ElementsAre(1, 2, 0));
    EXPECT_THAT(order(sockets, Column::Process, Qt::DescendingOrder), ElementsAre(2, 1, 0));
}

TEST(RowOrder, PutsTheWorstVerdictFirst)
{
    std::vector<SocketRecord> sockets{tcpListener(1), tcpListener(2), tcpListener(3)};
    sockets[1].assessment = {Verdict::Unexpected, Severity::Medium, {}};
    sockets[2].assessment = {Verdict::Unexpected, Severity::High, {}};

    EXPECT_THAT(order(sockets, Column::Verdict), ElementsAre(2, 1, 0));
}

TEST(RowOrder, BreaksTiesByTheKeyForAStableOrder)
{
    const std::vector<SocketRecord> sockets{udpBound(53), tcpListener(53), tcpListener(22)};

    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        EXPECT_THAT(order(sockets, Column::Process, direction), ElementsAre(2, 1, 0));
    }
}

TEST(RowOrder, OmitsRowsThatTheFilterDoesNotMatch)
{
    const std::vector<SocketRecord> sockets{tcpListener(22), udpBound(53), tcpListener(80)};

    EXPECT_THAT(order(sockets, Column::LocalPort, Qt::DescendingOrder, *Filter::parse("proto:tcp")),
                ElementsAre(2, 0));
}

TEST(RowOrder, IsAStrictTotalOrderInEveryColumn)
{
    const std::vector<SocketRecord> sockets{
        tcpListener(22).ownedBy(process("sshd")), udpBound(53), tcpListener(53, "::1"),
        tcpConnection("10.0.0.1", 22, "10.0.0.2", 4000).ownedBy(process("sshd"))};
    for (int column = 0; column < kListenerColumnCount; ++column) {
        for (const SocketRecord& a : sockets) {
            for (const SocketRecord& b : sockets) {
                const auto by = static_cast<Column>(column);
                const bool isBefore = comesBefore(a, b, by, Qt::AscendingOrder);
                const bool isBehind = comesBefore(b, a, by, Qt::AscendingOrder);
                EXPECT_EQ(isBefore || isBehind, &a != &b) << column;
                EXPECT_FALSE(isBefore && isBehind) << column;
            }
        }
    }
}

}  // namespace
}  // namespace quaywatch
