// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/journal_event_lines.h"
#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

SocketRecord listenerOn(Port port)
{
    return tcpListener(port).ownedBy(process("srv")).id(port);
}

/// Watches the given polls in order and is interrupted after the last.
CliRun journalOf(const std::vector<Snapshot>& polls)
{
    std::vector<Result<Snapshot>> snapshots(polls.begin(), polls.end());
    FakeTerminal terminal;
    terminal.hasColor = true;
    terminal.interruptedAtWait = polls.size();
    return run(machineWith(std::move(snapshots)), terminal, {"watch", "--journal"});
}

TEST(JournalLines, BeginWithThePriorityAndHaveNoTimeAndNoColor)
{
    const CliRun result =
        journalOf({snapshotOf({}), snapshotOf({listenerOn(8080)}), snapshotOf({})});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, StartsWith("<6>opened tcp 0.0.0.0:8080 "));
    EXPECT_THAT(result.out, HasSubstr("\n<6>closed tcp 0.0.0.0:8080 "));
    EXPECT_THAT(result.out, Not(HasSubstr("14:03:07")));
    EXPECT_THAT(result.out, Not(HasSubstr("\033")));
}

TEST(JournalLines, AnAlertHasThePriorityOfItsSeverity)
{
    const CliRun result = journalOf({snapshotOf({}), snapshotOf({listenerOn(931)})});

    EXPECT_THAT(result.out, HasSubstr("<3>alert high, tcp 0.0.0.0:931 "));
}

TEST(JournalLines, EachSeverityHasItsPriority)
{
    const cli::JournalEventLines lines;
    Alert alert;
    const std::vector<std::string> begins{
        "<6>alert info: ", "<5>alert low: ", "<4>alert medium: ", "<3>alert high: "};
    for (std::size_t i = 0; i < begins.size(); ++i) {
        alert.severity = static_cast<Severity>(i);
        EXPECT_THAT(lines.alert(alert), StartsWith(begins[i]));
    }
}

TEST(JournalLines, GapsAreLinesOfTheirOwn)
{
    Snapshot snapshot = snapshotOf({});
    snapshot.gaps = {{Gap::Kind::Owner, 3, "other users' processes", "sudo quaywatch-cli list"}};

    const CliRun result = journalOf({snapshot});

    EXPECT_THAT(result.out, HasSubstr("<4>gap 3 owners hidden: other users' processes"));
    EXPECT_EQ(result.err, "");
}

TEST(JournalLines, AFailedPollIsAnError)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = 2;
    std::vector<Result<Snapshot>> polls{snapshotOf({}), failure(ErrorCode::SystemError, "read", 5)};

    const CliRun result = run(machineWith(std::move(polls)), terminal, {"watch", "--journal"});

    EXPECT_THAT(result.out, StartsWith("<3>gap read"));
    EXPECT_EQ(result.code, 0);
}

TEST(JournalLines, AProcessCannotMakeALineOfItsOwn)
{
    const SocketRecord hostile = tcpListener(8080).ownedBy(process("a\n<0>fake")).id(1);

    const CliRun result = journalOf({snapshotOf({}), snapshotOf({hostile})});

    EXPECT_THAT(result.out, Not(HasSubstr("\n<0>")));
}

TEST(JournalLines, DoNotGoTogetherWithJson)
{
    EXPECT_EQ(run(smallMachine(), {"watch", "--journal", "--json"}).code, 2);
}

}  // namespace
}  // namespace quaywatch::test
