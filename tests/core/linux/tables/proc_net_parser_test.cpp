// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/proc_net_parser.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>

#include <string>

namespace quaywatch::linux_backend {
namespace {

const std::string kHeading = "  sl  local_address rem_address   st ...\n";

// The kernel prints addresses as machine words in host byte order; these are from a little-endian
// machine.
const std::string kListener =
    "   0: 0100007F:03A3 00000000:0000 0A 00000000:00000002 00:00000000 00000000  1000        0 "
    "12345 1 0000000000000000 100 0 0 10 0\n";

TEST(ProcNetParser, ReadsAnIpv4Listener)
{
    const ProcNetTable table = parseProcNet(kHeading + kListener, AF_INET, IPPROTO_TCP);

    ASSERT_EQ(table.rows.size(), 1U);
    const DiagRow& row = table.rows.front();
    EXPECT_EQ(row.local[0], 127);
    EXPECT_EQ(row.local[3], 1);
    EXPECT_EQ(row.localPort, 931);
    EXPECT_EQ(row.state, 10);
    EXPECT_EQ(row.receiveQueue, 2U);
    EXPECT_EQ(row.uid, 1000U);
    EXPECT_EQ(row.inode, 12345U);
    EXPECT_EQ(row.cookie, 0U);
    EXPECT_EQ(table.unreadableLines, 0U);
}

TEST(ProcNetParser, ReadsAnIpv4MappedAddress)
{
    const std::string line =
        "   1: 0000000000000000FFFF00000100007F:0050 0000000000000000FFFF00000200007F:C351 06 "
        "00000000:00000000 03:00001500 00000000     0        0 0 3 0000000000000000\n";

    const ProcNetTable table = parseProcNet(kHeading + line, AF_INET6, IPPROTO_TCP);

    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].local[10], 0xff);
    EXPECT_EQ(table.rows[0].local[12], 127);
    EXPECT_EQ(table.rows[0].remote[15], 2);
    EXPECT_EQ(table.rows[0].remotePort, 0xC351);
}

TEST(ProcNetParser, CountsInvalidLines)
{
    const std::string nonsense =
        "garbage\n"
        "   0: 0100007:03A3 00000000:0000 0A 00000000:00000000 0 0 0 0 1\n"
        "   0: 0100007F:03A3 00000000:0000 ZZ 00000000:00000000 0 0 0 0 1\n"
        "   0: 0100007F:03A3 00000000:0000 0A 00000000 0 0 0 0 1\n"
        "   0: 0100007F:03A3 00000000:0000 0A 00000000:00000000 0 0 0 0 99999999999\n"
        "   0: 0100007F:03A3\n";

    const ProcNetTable table = parseProcNet(kHeading + nonsense + kListener, AF_INET, IPPROTO_TCP);

    EXPECT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.unreadableLines, 6U);
}

TEST(ProcNetParser, AcceptsAnEmptyTableAndALastLineWithoutNewline)
{
    EXPECT_TRUE(parseProcNet("", AF_INET, IPPROTO_TCP).rows.empty());
    EXPECT_TRUE(parseProcNet(kHeading, AF_INET, IPPROTO_TCP).rows.empty());
    const std::string cutShort = kListener.substr(0, kListener.size() - 1);
    EXPECT_EQ(parseProcNet(kHeading + cutShort, AF_INET, IPPROTO_TCP).rows.size(), 1U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
