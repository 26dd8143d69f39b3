// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/tables/table_reader.h"

#include "core/base/parallel.h"

#include "tests/support/processes/no_threads.h"
#include "tests/support/sockets/scripted_channel.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <string>
#include <vector>

namespace quaywatch::linux_backend {
namespace {

const std::string kPlainTables = QUAYWATCH_TEST_DATA "/linux/proc_net/plain";

Result<std::unique_ptr<DiagChannel>> noSockDiag()
{
    return failure(ErrorCode::Unsupported, "open a sock_diag socket", EPROTONOSUPPORT);
}

/// Every channel answers each request with this script.
TableReader::ChannelFactory answering(std::deque<test::ScriptedChannel::Reply> script,
                                      std::atomic<int>& opened)
{
    return [script = std::move(script), &opened] {
        ++opened;
        auto channel = std::make_unique<test::ScriptedChannel>();
        channel->scripts = {script};
        return Result<std::unique_ptr<DiagChannel>>(std::move(channel));
    };
}

TEST(TableReader, FallsBackToProcNetAndSaysSo)
{
    TableReader reader(noSockDiag, kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables) << describe(tables.error());
    EXPECT_EQ(tables->rows.size(), 5U);
    ASSERT_FALSE(tables->gaps.empty());
    EXPECT_EQ(tables->gaps.front().kind, Gap::Kind::Table);
    EXPECT_NE(tables->gaps.front().why.english().find("sock_diag"), std::string::npos);
    EXPECT_FALSE(tables->gaps.front().remedy.empty());
}

TEST(TableReader, ReadsOnlyListenersFromProcNetOnRequest)
{
    TableReader reader(noSockDiag, kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Listeners);

    ASSERT_TRUE(tables);
    EXPECT_EQ(tables->rows.size(), 3U);  // tcp 931, tcp6 22, udp 68
}

TEST(TableReader, CountsInvalidLinesOfATextTable)
{
    const test::TempDir folder;
    for (const char* name : {"tcp", "tcp6", "udp", "udp6"}) {
        folder.write(name, "heading\n");
    }
    folder.write("udp", "heading\nnonsense\n0: more\n");
    TableReader reader(noSockDiag, folder.path());

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables);
    EXPECT_TRUE(std::any_of(tables->gaps.begin(), tables->gaps.end(),
                            [](const Gap& gap) { return gap.count == 2U; }));
}

TEST(TableReader, FailsWithoutEitherTable)
{
    TableReader reader(noSockDiag, "/nowhere");

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_FALSE(tables);
    EXPECT_EQ(tables.error().osCode, ENOENT);
}

TEST(TableReader, FailsOnAKernelErrorThatTextTablesWouldNotFix)
{
    const TableReader::ChannelFactory noDescriptors = [] {
        return Result<std::unique_ptr<DiagChannel>>(failure(ErrorCode::SystemError, "", EMFILE));
    };
    TableReader reader(noDescriptors, kPlainTables);

    EXPECT_FALSE(reader.read(ReadScope::Everything));
}

TEST(TableReader, FallsBackToProcNetForAMissingProtocolModule)
{
    std::atomic<int> opened = 0;
    TableReader reader(answering({test::done(0, ENOENT)}, opened), kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables) << describe(tables.error());
    EXPECT_EQ(tables->rows.size(), 5U);
    EXPECT_FALSE(tables->gaps.empty());
}

TEST(TableReader, DropsAChannelWhoseDumpMayStillRun)
{
    std::atomic<int> opened = 0;
    TableReader reader(answering({test::row(22), test::lost()}, opened), kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables) << describe(tables.error());
    EXPECT_EQ(tables->gaps.size(), 4U);
    EXPECT_EQ(opened, 4) << "one for each table";
}

TEST(TableReader, ReadsAKnownLargeTableInTwoHalves)
{
    std::deque<test::ScriptedChannel::Reply> script;
    for (unsigned i = 0; i < 20000; ++i) {
        script.push_back(test::row(static_cast<std::uint16_t>(1024 + 3 * i)));
    }
    script.push_back(test::done());
    std::mutex mutex;
    std::vector<std::size_t> requests;
    TableReader reader([&] {
        auto channel = std::make_unique<test::ScriptedChannel>();
        channel->scripts = {script};
        channel->onRequest = [&](std::size_t length) {
            const std::scoped_lock lock(mutex);
            requests.push_back(length);
        };
        return Result<std::unique_ptr<DiagChannel>>(std::move(channel));
    });
    constexpr std::size_t kWhole = sizeof(nlmsghdr) + sizeof(inet_diag_req_v2);
    const auto halves = [&] {
        return std::count_if(requests.begin(), requests.end(),
                             [](std::size_t length) { return length > kWhole; });
    };

    ASSERT_TRUE(reader.read(ReadScope::Everything));
    EXPECT_EQ(requests.size(), 4U);
    EXPECT_EQ(halves(), 0);
    requests.clear();
    ASSERT_TRUE(reader.read(ReadScope::Everything));

    const bool hasOneProcessor = parallelWorkers() == 1;
    EXPECT_EQ(requests.size(), hasOneProcessor ? 4U : 5U);
    EXPECT_EQ(halves(), hasOneProcessor ? 0 : 2);
}

TEST(TableReader, ReadsTablesOneByOneWithoutThreads)
{
    const test::NoThreads noThreads;
    std::atomic<int> opened = 0;
    TableReader reader(answering({test::row(22), test::done()}, opened), kPlainTables);

    const Result<SocketTables> tables = reader.read(ReadScope::Everything);

    ASSERT_TRUE(tables) << describe(tables.error());
    EXPECT_EQ(tables->rows.size(), 4U);
}

}  // namespace
}  // namespace quaywatch::linux_backend
