// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/display_text.h"
#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(ListCommand, ShowsListenersWithoutTheirConnections)
{
    const CliRun result = run(smallMachine(), {"list"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("sshd"));
    EXPECT_THAT(result.out, HasSubstr("931"));
    EXPECT_THAT(result.out, Not(HasSubstr("50000")));
}

TEST(ListCommand, ShowsConnectionsWithAll)
{
    const CliRun result = run(smallMachine(), {"list", "--all"});

    EXPECT_THAT(result.out, HasSubstr("10.0.0.9:50000"));
    EXPECT_THAT(result.out, HasSubstr("established"));
}

TEST(ListCommand, ShowsTheCommonUseBesideTheRegisteredName)
{
    const SystemAccess machine = machineWith({tcpListener(5173), tcpListener(9050)});

    const CliRun table = run(machine, {"list"});
    EXPECT_THAT(table.out, HasSubstr(" (Vite) "));
    EXPECT_THAT(table.out, HasSubstr(" versiera (Tor SOCKS) "));

    const CliRun json = run(machine, {"list", "--json"});
    EXPECT_THAT(json.out, HasSubstr(R"("names":["versiera"],"often_used_by":"Tor SOCKS")"));
}

TEST(ListCommand, PrintsTheVerdictWithItsReason)
{
    EXPECT_THAT(run(smallMachine(), {"list", "port:931"}).out, HasSubstr("unexpected: "));
}

TEST(ListCommand, ExitsWithOneWhenNothingMatches)
{
    const CliRun result = run(smallMachine(), {"list", "port:4"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.complaints(), 1);
}

TEST(ListCommand, ExitsWithZeroOnAMachineWithoutListeners)
{
    EXPECT_EQ(run(machineWith(std::vector<SocketRecord>{}), {"list"}).code, 0);
}

TEST(ListCommand, WritesOneJsonObject)
{
    const CliRun result = run(smallMachine(), {"list", "--json"});

    ASSERT_EQ(result.json().at("sockets").size(), 2U);
    EXPECT_EQ(result.json().at("schema"), 1);
    EXPECT_EQ(result.json().at("sockets").at(1).at("verdict"), "unexpected");
    EXPECT_EQ(result.out.back(), '\n');
}

TEST(ListCommand, WritesAJsonObjectEvenWhenNothingMatches)
{
    const CliRun result = run(smallMachine(), {"list", "--json", "port:4"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.json().at("sockets").size(), 0U);
}

TEST(ListCommand, WritesASocketPerLineWithGapsOnStandardError)
{
    Snapshot snapshot = snapshotOf({tcpListener(22).id(1), tcpListener(80).id(2)});
    snapshot.gaps.push_back({Gap::Kind::Owner, 2, "other users' processes", "sudo it"});

    const CliRun result =
        run(machineWith(std::vector<Result<Snapshot>>{snapshot}), {"list", "--jsonl"});

    EXPECT_EQ(result.jsonLines().size(), 2U);
    EXPECT_THAT(result.err, HasSubstr("sudo it"));
}

TEST(ListCommand, PrintsGapsWithTheirRemedyBelowTheTable)
{
    Snapshot snapshot = snapshotOf({tcpListener(22).id(1)});
    snapshot.gaps.push_back({Gap::Kind::Owner, 12, "other users' processes", "sudo it"});

    const CliRun result = run(machineWith(std::vector<Result<Snapshot>>{snapshot}), {"list"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.err, HasSubstr("12 owners hidden"));
    EXPECT_THAT(result.err, HasSubstr("sudo it"));
}

TEST(ListCommand, NamesTheFirstOwnerAndCountsTheRest)
{
    const CliRun result =
        run(machineWith({tcpListener(80).id(1).ownedBy(
                {process("nginx", 10), process("nginx", 11), process("nginx", 12)})}),
            {"list"});

    EXPECT_THAT(result.out, HasSubstr("nginx +2"));
}

TEST(ListCommand, NamesTheScriptOfAnInterpreter)
{
    ProcessInfo node = *process("node");
    node.script = "server.js";
    node.workingDirectory = "/home/alice/shop";

    const CliRun result =
        run(machineWith({tcpListener(3000).id(1).ownedBy(std::make_shared<ProcessInfo>(node))}),
            {"list"});

    EXPECT_THAT(result.out, HasSubstr("node server.js in ~/shop"));
}

TEST(ListCommand, DoesNotPlaceAServicesScriptInTheRootFolder)
{
    ProcessInfo daemon = *process("python3");
    daemon.script = "chd.py";
    daemon.workingDirectory = "/";

    const CliRun result =
        run(machineWith({tcpListener(3000).id(1).ownedBy(std::make_shared<ProcessInfo>(daemon))}),
            {"list"});

    EXPECT_THAT(result.out, HasSubstr("python3 chd.py"));
    EXPECT_THAT(result.out, Not(HasSubstr("chd.py in")));
}

TEST(ListCommand, DistinguishesDualStackListeners)
{
    const CliRun result =
        run(machineWith({tcpListener(80, "::").v6Only(false).id(1),
                         tcpListener(81, "::").v6Only(true).id(2), tcpListener(82).id(3)}),
            {"list"});

    EXPECT_THAT(result.out, HasSubstr("80  tcp46"));
    EXPECT_THAT(result.out, HasSubstr("81  tcp6 "));
    EXPECT_THAT(result.out, HasSubstr("82  tcp  "));
}

TEST(ListCommand, MarksAndColorsOnATerminalOnly)
{
    FakeTerminal terminal;
    terminal.columns = 160;
    terminal.hasColor = true;

    const CliRun onTerminal = run(smallMachine(), terminal, {"list"});
    const CliRun piped = run(smallMachine(), {"list"});

    EXPECT_THAT(onTerminal.out, HasSubstr("\033[1;31m!"));
    EXPECT_THAT(piped.out, Not(HasSubstr("\033")));
    EXPECT_THAT(piped.out, Not(HasSubstr("!")));
}

TEST(ListCommand, MarksWithoutColorWhereColorIsRefused)
{
    FakeTerminal terminal;
    terminal.columns = 160;

    const CliRun result = run(smallMachine(), terminal, {"list"});

    EXPECT_THAT(result.out, HasSubstr("\n!   931"));
    EXPECT_THAT(result.out, Not(HasSubstr("\033")));
}

TEST(ListCommand, FitsANarrowTerminal)
{
    FakeTerminal terminal;
    terminal.columns = 80;

    const CliRun result = run(smallMachine(), terminal, {"list"});

    std::size_t begin = 0;
    for (std::size_t end; (end = result.out.find('\n', begin)) != std::string::npos;
         begin = end + 1) {
        const std::string line = result.out.substr(begin, end - begin);
        EXPECT_LE(displayWidth(line), 80U) << line;
    }
    EXPECT_THAT(result.out, HasSubstr("VERDICT"));
}

TEST(ListCommand, EscapesUntrustedControlBytes)
{
    ProcessInfo evil = *process("evil");
    evil.name = "e\033[2J\nv\xff\xe2\x80\xaeil";
    evil.user = "mal\tlory";

    const CliRun result =
        run(machineWith({tcpListener(931).id(1).ownedBy(std::make_shared<ProcessInfo>(evil))}),
            {"list"});

    EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2);
    EXPECT_THAT(result.out, Not(HasSubstr("\033")));
    EXPECT_THAT(result.out, Not(HasSubstr("\xff")));
    EXPECT_THAT(result.out, Not(HasSubstr("\xe2\x80\xae")));
}

TEST(ListCommand, ShowsTheUserOfTheProcessAndKeepsTheCreatorInJson)
{
    const SystemAccess machine = machineWith(
        {tcpListener(53).ownedBy(process("dnsmasq", 50, 110, "dnsmasq")).uid(0, "root")});

    const CliRun table = run(machine, {"list"});
    const nlohmann::json socket = run(machine, {"list", "--json"}).json()["sockets"][0];

    EXPECT_THAT(table.out, HasSubstr(" dnsmasq (socket made by root) "));
    EXPECT_EQ(socket["uid"], 0);
    EXPECT_EQ(socket["user"], "root");
    EXPECT_EQ(socket["ident"], "USERID : UNIX : root");
    EXPECT_EQ(socket["owners"][0]["uid"], 110);
    EXPECT_EQ(socket["owners"][0]["user"], "dnsmasq");
}

TEST(ListCommand, FailsWithTheSystemErrorText)
{
    const CliRun result = run(machineWith(std::vector<Result<Snapshot>>{
                                  failure(ErrorCode::SystemError, "read the socket tables", 5)}),
                              {"list"});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, StartsWith("quaywatch-cli: read the socket tables: "));
}

TEST(ListCommand, ExitsQuietlyWithZeroWhenTheOutputIsClosed)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) { return Result<bool>(false); };

    const CliRun result = run(smallMachine(), terminal, {"list", "--all"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.err, "");
}

TEST(ListCommand, ExitsWithFourWhenTheDiskIsFull)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) -> Result<bool> {
        return failure(ErrorCode::SystemError, "write to standard output", 28);
    };

    const CliRun result = run(smallMachine(), terminal, {"list", "--json"});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("write to standard output"));
    EXPECT_EQ(result.complaints(), 1);
}

}  // namespace
}  // namespace quaywatch::test
