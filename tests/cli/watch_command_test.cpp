// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/reports/text_event_lines.h"
#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using cli::EventLines;
using ::testing::HasSubstr;
using ::testing::Not;

SocketRecord ssh()
{
    return tcpListener(22).ownedBy(process("sshd", 812, 0, "root")).id(1);
}
SocketRecord odd(std::uint32_t pid = 4711, std::uint64_t id = 2)
{
    return tcpListener(931, "127.0.0.1").ownedBy(process("nc", pid)).id(id);
}

/// Watches the given polls in order and is interrupted after the last.
CliRun watch(const std::vector<std::vector<SocketRecord>>& polls, std::vector<std::string> words)
{
    std::vector<Result<Snapshot>> snapshots;
    for (const std::vector<SocketRecord>& poll : polls) {
        snapshots.emplace_back(snapshotOf(poll));
    }
    FakeTerminal terminal;
    terminal.interruptedAtWait = polls.size();
    words.insert(words.begin(), "watch");
    return run(machineWith(std::move(snapshots)), terminal, words);
}

std::vector<std::string> kinds(const CliRun& result)
{
    std::vector<std::string> found;
    for (const nlohmann::json& line : result.jsonLines()) {
        found.push_back(line.at("event"));
    }
    return found;
}

using Kinds = std::vector<std::string>;

TEST(WatchCommand, IsQuietWhenTheFirstPollHasNothingUnexpected)
{
    const CliRun result = watch({{ssh()}, {ssh()}}, {"--json"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "");
}

TEST(WatchCommand, SummarizesTheFirstPollInOneAlert)
{
    const CliRun result =
        watch({{ssh(), odd(), tcpListener(666).ownedBy(process("doomd", 666, 0, "root")).id(3)}},
              {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"alert"});
    const nlohmann::json alert = result.jsonLines().front();
    EXPECT_EQ(alert.at("count"), 1);
    EXPECT_EQ(alert.at("rule"), "unassigned-listener");
    EXPECT_EQ(alert.at("severity"), "high");
    EXPECT_EQ(alert.at("key"), "tcp|127.0.0.1|931|/usr/bin/nc|alice");
}

TEST(WatchCommand, SummaryAlertHasNoSocket)
{
    const CliRun result =
        watch({{odd(), tcpListener(932).ownedBy(process("nc")).id(3)}}, {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"alert"});
    const nlohmann::json alert = result.jsonLines().front();
    EXPECT_EQ(alert.at("count"), 2);
    EXPECT_TRUE(alert.at("socket").is_null());
    EXPECT_TRUE(alert.at("key").is_null());
    EXPECT_THAT(alert.at("reason").get<std::string>(), HasSubstr("931"));
}

TEST(WatchCommand, ReportsExistingSocketsWithInitial)
{
    EXPECT_EQ(kinds(watch({{ssh(), odd()}}, {"--json", "--initial"})),
              (Kinds{"opened", "opened", "alert"}));
}

TEST(WatchCommand, ReportsNewSocketsAndAlerts)
{
    const CliRun result = watch({{ssh()}, {ssh(), odd()}}, {"--json"});

    ASSERT_EQ(kinds(result), (Kinds{"opened", "alert"}));
    const nlohmann::json alert = result.jsonLines().back();
    EXPECT_EQ(alert.at("socket").at("local").at("port"), 931);
    EXPECT_EQ(alert.at("count"), 1);
}

TEST(WatchCommand, AlertsOnceForSocketsOfOneIdentity)
{
    const CliRun result = watch({{}, {odd(4711, 2), odd(4712, 3)}}, {"--json"});

    ASSERT_EQ(kinds(result), (Kinds{"opened", "opened", "alert"}));
    EXPECT_EQ(result.jsonLines().back().at("count"), 2);
}

TEST(WatchCommand, AlertsAboutALaterConnectionToAVacantPort)
{
    const CliRun result =
        watch({{}, {tcpConnection("192.0.2.1", 40000, "203.0.113.5", 931).ownedBy(process("nc"))}},
              {"--json"});

    ASSERT_EQ(kinds(result), (Kinds{"opened", "alert"}));
    const nlohmann::json alert = result.jsonLines().back();
    EXPECT_EQ(alert.at("rule"), "unassigned-peer");
    EXPECT_EQ(alert.at("severity"), "medium");
    EXPECT_EQ(alert.at("key"), "tcp|203.0.113.5|931|/usr/bin/nc|alice");
    EXPECT_TRUE(alert.at("evidence").empty());
}

TEST(WatchCommand, DoesNotAlertByAnExcludedRule)
{
    EXPECT_EQ(kinds(watch({{}, {odd()}},
                          {"--json", "--without", "unassigned-listener,privileged-port-of-user"})),
              Kinds{"opened"});
}

TEST(WatchCommand, RejectsTheExclusionOfAnUnknownRule)
{
    const CliRun result = watch({{}}, {"--without", "unassigned-listener,manny"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("'manny'"));
}

TEST(WatchCommand, SummarizesManyAlerts)
{
    std::vector<SocketRecord> many;
    for (Port port = 925; port < 935; ++port) {
        many.push_back(tcpListener(port).ownedBy(process("nc")).id(port));
    }

    const CliRun result = watch({{}, many}, {"--json"});

    const nlohmann::json alert = result.jsonLines().back();
    EXPECT_EQ(alert.at("rule"), "many");
    EXPECT_EQ(alert.at("count"), 10);
    EXPECT_TRUE(alert.at("socket").is_null());
    EXPECT_EQ(result.jsonLines().size(), 11U);
}

/// A poll with nothing, then polls each with one more unexpected listener.
std::vector<std::vector<SocketRecord>> oneMoreEachPoll(std::size_t count)
{
    std::vector<std::vector<SocketRecord>> polls(1);
    for (std::size_t i = 0; i < count; ++i) {
        const auto port = static_cast<Port>(931 + i);
        std::vector<SocketRecord> sockets = polls.back();
        sockets.push_back(tcpListener(port).ownedBy(process("nc", 1, 0, "root")).id(port));
        polls.push_back(std::move(sockets));
    }
    return polls;
}

TEST(WatchCommand, ReportsTheAlertsThatItHeldBackWhenItIsInterrupted)
{
    const CliRun text = watch(oneMoreEachPoll(8), {});
    const CliRun json = watch(oneMoreEachPoll(8), {"--json"});

    EXPECT_THAT(text.out, HasSubstr("1 unexpected listener: 936/tcp; further alerts are combined "
                                    "until there are fewer\n"));
    EXPECT_THAT(text.out, HasSubstr("2 unexpected listeners: 937/tcp, 938/tcp\n"));
    EXPECT_EQ(json.jsonLines().back().at("reason"), "2 unexpected listeners: 937/tcp, 938/tcp");
}

TEST(WatchCommand, DoesNotSayWhoOpenedAConnectionIfThatIsNotKnown)
{
    SocketBuilder opened = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80).id(1);
    opened.record().isOpener = true;
    SocketBuilder accepted = tcpConnection("10.0.0.1", 40001, "10.0.0.2", 80).id(2);
    accepted.record().isOpener = false;
    const SocketBuilder unknown = tcpConnection("10.0.0.1", 40002, "10.0.0.2", 80).id(3);

    const CliRun result = watch({{}, {opened, accepted, unknown}}, {});

    EXPECT_THAT(result.out, HasSubstr("tcp 10.0.0.1:40000 to 10.0.0.2:80"));
    EXPECT_THAT(result.out, HasSubstr("tcp 10.0.0.1:40001 from 10.0.0.2:80"));
    EXPECT_THAT(result.out, HasSubstr("tcp 10.0.0.1:40002 with 10.0.0.2:80"));
}

TEST(EventLines, SayWhatIsKnownOfARefusedConnection)
{
    FakeTerminal terminal;
    SocketClose closing;
    closing.socket = tcpConnection("0.0.0.0", 50618, "0.0.0.0", 0);
    closing.socket.state = SocketState::Closed;
    closing.isConnection = true;
    const SocketEvent event{EventKind::Closed, &closing.socket, nullptr, &closing};

    EXPECT_THAT(cli::TextEventLines(terminal).event(event, {}),
                HasSubstr("- closed   tcp port 50618, a connection that was refused or reset"));
}

TEST(WatchCommand, StaysSilentAboutARestart)
{
    EXPECT_EQ(kinds(watch({{odd(4711, 2)}, {odd(4800, 9)}}, {"--json"})),
              (Kinds{"alert", "replaced"}));
}

TEST(WatchCommand, ReportsClosedSocketsWithTheirBytes)
{
    SocketBuilder connection = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80);
    connection.record().bytesReceived = 3;
    connection.record().bytesSent = 5;

    const CliRun result = watch({{connection}, {}}, {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"closed"});
    EXPECT_EQ(result.jsonLines().front().at("bytes_received"), 3);
    EXPECT_EQ(result.jsonLines().front().at("bytes_sent"), 5);
    EXPECT_TRUE(result.jsonLines().front().at("lifetime_ms").is_null());
}

TEST(WatchCommand, ReportsChangesWithTheOldValue)
{
    SocketBuilder before = tcpConnection("10.0.0.1", 40000, "10.0.0.2", 80);
    SocketBuilder after = before;
    after.record().state = SocketState::CloseWait;

    const CliRun result = watch({{before}, {after}}, {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"changed"});
    EXPECT_EQ(result.jsonLines().front().at("previous").at("state"), "established");
    EXPECT_EQ(result.jsonLines().front().at("socket").at("state"), "close-wait");
}

TEST(WatchCommand, ReportsOnlyWhatTheFilterMatches)
{
    EXPECT_EQ(watch({{}, {ssh(), odd()}}, {"--json", "port:80"}).out, "");
    EXPECT_EQ(kinds(watch({{}, {ssh(), odd()}}, {"--json", "port:22"})), Kinds{"opened"});
}

TEST(WatchCommand, FlushesEachLine)
{
    FakeTerminal terminal;
    terminal.interruptedAtWait = 2;
    std::vector<Result<Snapshot>> polls{snapshotOf({}), snapshotOf({ssh(), odd()})};

    const CliRun result = run(machineWith(std::move(polls)), terminal, {"watch", "--json"});

    EXPECT_EQ(terminal.writeCount, 3);
    EXPECT_TRUE(terminal.catchesInterrupts);
}

TEST(WatchCommand, WritesHumanReadableLines)
{
    const CliRun result = watch({{ssh()}, {ssh(), odd()}, {ssh()}}, {});

    EXPECT_THAT(result.out,
                HasSubstr("14:03:07 + opened   tcp 127.0.0.1:931 listen nc (4711) alice\n"));
    EXPECT_THAT(result.out, HasSubstr("14:03:07 ! alert    high, tcp 127.0.0.1:931"));
    EXPECT_THAT(result.out, HasSubstr("14:03:07 - closed   tcp 127.0.0.1:931"));
    EXPECT_THAT(result.out, Not(HasSubstr("\033")));
}

TEST(WatchCommand, KeepsTheRequestedInterval)
{
    FakeTerminal terminal;
    static_cast<void>(run(smallMachine(), terminal, {"watch", "--interval", "0.1"}));

    EXPECT_EQ(terminal.waits.at(0), std::chrono::milliseconds(100));
}

TEST(WatchCommand, ExitsWithZeroWhenTheOutputIsClosed)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) { return Result<bool>(false); };

    const CliRun result = run(smallMachine(), terminal, {"watch", "--initial"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(terminal.waits.size(), 0U);
}

TEST(WatchCommand, ContinuesAfterAFailedPollAndReportsTheGapOnce)
{
    std::vector<Result<Snapshot>> polls{snapshotOf({}), failure(ErrorCode::SystemError, "read", 5),
                                        failure(ErrorCode::SystemError, "read", 5),
                                        snapshotOf({ssh()})};
    FakeTerminal terminal;
    terminal.interruptedAtWait = 4;

    const CliRun result = run(machineWith(std::move(polls)), terminal, {"watch", "--json"});

    EXPECT_EQ(kinds(result), (Kinds{"gap", "opened"}));
    EXPECT_EQ(result.code, 0);
}

TEST(WatchCommand, FailsWhenTheFirstPollFails)
{
    const CliRun result = run(machineWith(std::vector<Result<Snapshot>>{
                                  failure(ErrorCode::PermissionDenied, "read", 13)}),
                              {"watch"});

    EXPECT_EQ(result.code, 3);
}

/// Watches an unchanging table, and the close events between the first and the second poll.
CliRun watchCloses(const std::vector<SocketRecord>& poll, const DestroyedSockets& closed,
                   std::vector<std::string> words)
{
    SystemAccess machine = machineWith(poll);
    machine.openCloseEvents = [closed]() -> Result<std::unique_ptr<CloseEventSource>> {
        return std::make_unique<FakeCloseEventSource>(std::vector<DestroyedSockets>{{}, closed});
    };
    FakeTerminal terminal;
    terminal.interruptedAtWait = 2;
    words.insert(words.begin(), "watch");
    return run(machine, terminal, words);
}

DestroyedSockets briefConnection()
{
    DestroyedSockets closed;
    closed.sockets.push_back(
        destroyed(tcpConnection("10.0.0.1", 22, "10.0.0.9", 50000).id(9), 3, 5));
    return closed;
}

TEST(WatchCommand, ReportsAConnectionBetweenTwoPolls)
{
    const CliRun result = watchCloses({ssh()}, briefConnection(), {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"closed"});
    const nlohmann::json line = result.jsonLines().front();
    EXPECT_EQ(line.at("bytes_received"), 3);
    EXPECT_EQ(line.at("bytes_sent"), 5);
    EXPECT_EQ(line.at("seen"), false);
    EXPECT_TRUE(line.at("lifetime_ms").is_null());
    EXPECT_EQ(line.at("socket").at("state"), "closed");
    EXPECT_EQ(line.at("socket").at("direction"), "inbound");
    EXPECT_EQ(line.at("socket").at("owners").at(0).at("name"), "sshd");
}

TEST(WatchCommand, AppliesTheFilterToConnectionsBetweenPolls)
{
    EXPECT_EQ(watchCloses({ssh()}, briefConnection(), {"--json", "port:80"}).out, "");
    EXPECT_EQ(kinds(watchCloses({ssh()}, briefConnection(), {"--json", "process:sshd"})),
              Kinds{"closed"});
}

TEST(WatchCommand, ReportsLostEventsAsAGapWithItsTimeSpan)
{
    using namespace std::chrono_literals;
    DestroyedSockets closed;
    closed.gaps.push_back({EventLines::Time(1s), EventLines::Time(2s), 120, "too fast", ""});

    const CliRun result = watchCloses({ssh()}, closed, {"--json"});

    ASSERT_EQ(kinds(result), Kinds{"gap"});
    const nlohmann::json line = result.jsonLines().front();
    EXPECT_EQ(line.at("kind"), "events");
    EXPECT_EQ(line.at("count"), 120);
    EXPECT_EQ(line.at("from"), "1970-01-01T00:00:01.000Z");
    EXPECT_EQ(line.at("at"), "1970-01-01T00:00:02.000Z");
    EXPECT_THAT(watchCloses({ssh()}, closed, {}).out, HasSubstr("120 closings lost; too fast"));
}

}  // namespace
}  // namespace quaywatch::test
