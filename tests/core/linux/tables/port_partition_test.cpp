// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/port_partition.h"

#include <gtest/gtest.h>

#include <netinet/in.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

constexpr std::size_t kMany = 40000;

std::vector<DiagRow> connections(std::size_t count,
                                 const std::function<void(DiagRow&, std::size_t)>& change)
{
    std::vector<DiagRow> rows(count);
    for (std::size_t i = 0; i < count; ++i) {
        rows[i].family = AF_INET;
        rows[i].protocol = IPPROTO_TCP;
        change(rows[i], i);
    }
    return rows;
}

std::size_t countIn(const PortPartition& half, const std::vector<DiagRow>& rows)
{
    return static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](const DiagRow& row) { return half.holds(row); }));
}

TEST(PortPartition, SplitsALargeTableByLocalPort)
{
    const auto rows = connections(kMany, [](DiagRow& row, std::size_t i) {
        row.localPort = static_cast<std::uint16_t>(1024 + i % 60000);
    });

    const auto half = lowerPartition(rows, AF_INET);

    ASSERT_TRUE(half);
    EXPECT_FALSE(half->isOfRemotePort);
    EXPECT_NEAR(static_cast<double>(countIn(*half, rows)), kMany / 2.0, kMany / 10.0);
}

TEST(PortPartition, SplitsTheConnectionsOfOneServerByRemotePort)
{
    const auto rows = connections(kMany, [](DiagRow& row, std::size_t i) {
        row.localPort = 443;
        row.remotePort = static_cast<std::uint16_t>(1024 + i % 60000);
    });

    const auto half = lowerPartition(rows, AF_INET);

    ASSERT_TRUE(half);
    EXPECT_TRUE(half->isOfRemotePort);
    EXPECT_NEAR(static_cast<double>(countIn(*half, rows)), kMany / 2.0, kMany / 10.0);
}

TEST(PortPartition, DoesNotSplitASmallOrUnsplittableTable)
{
    const auto spread = [](DiagRow& row, std::size_t i) {
        row.localPort = static_cast<std::uint16_t>(i);
    };
    const auto alike = [](DiagRow& row, std::size_t) { row.localPort = row.remotePort = 443; };
    const auto highest = [](DiagRow& row, std::size_t) { row.localPort = row.remotePort = 65535; };

    EXPECT_FALSE(lowerPartition(connections(500, spread), AF_INET));
    EXPECT_FALSE(lowerPartition(connections(kMany, spread), AF_INET6));
    EXPECT_FALSE(lowerPartition(connections(kMany, alike), AF_INET));
    EXPECT_FALSE(lowerPartition(connections(kMany, highest), AF_INET));
}

TEST(PortPartition, PutsEachRowIntoExactlyOneHalf)
{
    for (const bool isOfRemotePort : {false, true}) {
        const PortPartition lower{
            .isOfRemotePort = isOfRemotePort, .isUpper = false, .lastLow = 1024};
        for (const std::uint16_t port : std::vector<std::uint16_t>{0, 1023, 1024, 1025, 65535}) {
            DiagRow row;
            row.localPort = port;
            row.remotePort = port;
            EXPECT_EQ(lower.holds(row), port <= 1024) << port;
            EXPECT_NE(lower.holds(row), lower.other().holds(row)) << port;
        }
    }
}

}  // namespace
}  // namespace quaywatch::linux_backend
