// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/table_reader.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>

namespace quaywatch::linux_backend {
namespace {

const std::string kPlainTables = QUAYWATCH_TEST_DATA "/linux/proc_net/plain";

Result<std::unique_ptr<DiagChannel>> noSockDiag()
{
    return failure(ErrorCode::Unsupported, "open a sock_diag socket", EPROTONOSUPPORT);
}

TEST(TableReader, FallsBackToProcNetAndSaysSo)
{
    TableReader reader(noSockDiag, kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables) << describe(tables.error());
    EXPECT_EQ(tables->rows.size(), 5U);
    ASSERT_FALSE(tables->gaps.empty());
    EXPECT_EQ(tables->gaps.front().kind, Gap::Kind::Table);
    EXPECT_NE(tables->gaps.front().why.find("sock_diag"), std::string::npos);
    EXPECT_FALSE(tables->gaps.front().cure.empty());
}

TEST(TableReader, ReadsOnlyListenersFromProcNetWhenOnlyTheyAreAskedFor)
{
    TableReader reader(noSockDiag, kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Listeners);

    ASSERT_TRUE(tables);
    EXPECT_EQ(tables->rows.size(), 3U);  // tcp 931, tcp6 22, udp 68
}

TEST(TableReader, FailsWhenThereIsNeitherOne)
{
    TableReader reader(noSockDiag, "/nowhere");

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_FALSE(tables);
    EXPECT_EQ(tables.error().osCode, ENOENT);
}

TEST(TableReader, FailsWhenTheKernelFailsInAWayThatTextTablesWouldNotMend)
{
    const TableReader::ChannelFactory noDescriptors = [] {
        return Result<std::unique_ptr<DiagChannel>>(failure(ErrorCode::SystemError, "", EMFILE));
    };
    TableReader reader(noDescriptors, kPlainTables);

    EXPECT_FALSE(reader.read(ReadScope::Everything));
}

}  // namespace
}  // namespace quaywatch::linux_backend
