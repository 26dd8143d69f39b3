// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_list.h"
#include "tests/cli/cli_run.h"
#include "tests/support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

constexpr int kFailed = 4;

/// A machine whose tables could not be read completely: a missing row proves nothing.
SystemAccess incompleteMachine()
{
    Snapshot snapshot = snapshotOf({});
    snapshot.gaps.push_back({Gap::Kind::Table, std::nullopt,
                             Message(MessageId::TableChanged, "tcp"),
                             Message(MessageId::RefreshTable)});
    return machineWith({snapshot});
}

TEST(IncompleteTable, IsNoEmptyList)
{
    EXPECT_EQ(run(incompleteMachine(), {"list"}).code, kFailed);
    EXPECT_EQ(run(incompleteMachine(), {"list", "--json"}).code, kFailed);
    const CliRun filtered = run(incompleteMachine(), {"list", "port:931"});
    EXPECT_EQ(filtered.code, kFailed);
    EXPECT_THAT(filtered.err, HasSubstr("could not be listed completely"));
}

TEST(IncompleteTable, IsNoFreePort)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = 1'000'000;

    const CliRun result =
        run(incompleteMachine(), terminal, {"wait", "port:931", "--free", "--timeout", "1"});

    EXPECT_EQ(result.code, kFailed);
    EXPECT_THAT(result.err, HasSubstr("could not be looked up completely: the kernel's tcp table"));
    EXPECT_FALSE(terminal.waits.empty());
}

TEST(IncompleteTable, IsNoUnusedPort)
{
    const CliRun inspected = run(incompleteMachine(), {"inspect", "port:931"});
    EXPECT_EQ(inspected.code, kFailed);
    EXPECT_THAT(inspected.err, HasSubstr("could not be looked up completely"));
    EXPECT_THAT(run(incompleteMachine(), {"explain", "931"}).out,
                HasSubstr("No socket was found on it, but sockets may be missing."));
}

TEST(IncompleteTable, IsNeitherAsExpectedNorABaseline)
{
    const TempDir folder;
    const std::string path = folder.path("expected.toml");
    EXPECT_EQ(run(incompleteMachine(), {"baseline", "init", "--baseline", path}).code, kFailed);

    folder.write("expected.toml", "schema = 1\n");
    const CliRun checked = run(incompleteMachine(), {"check", "--baseline", path});
    EXPECT_EQ(checked.code, kFailed);
    EXPECT_THAT(checked.err, HasSubstr("could not be compared completely"));
}

}  // namespace
}  // namespace quaywatch::test
