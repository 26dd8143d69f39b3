// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/kill_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include <array>

namespace quaywatch::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(KillCommand, EndsTheListenerWithoutAskingOnRequest)
{
    KillScene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931/tcp", "--yes"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "nc (4711): told.\n");
    EXPECT_EQ(scene.asked->port, 931);
    EXPECT_EQ(scene.asked->protocol, Protocol::Tcp);
    EXPECT_EQ(scene.signal, ProcessSignal::Terminate);
}

TEST(KillCommand, NamesAProcessWithItsStartTime)
{
    KillScene scene;

    static_cast<void>(run(scene.machine, {"kill", "4711", "--yes"}));

    EXPECT_EQ(scene.asked->process, (ProcessId{4711, 471100}));
    EXPECT_FALSE(scene.asked->port);
}

TEST(KillCommand, AcceptsSignalAndWait)
{
    KillScene scene;

    static_cast<void>(
        run(scene.machine, {"kill", "4711", "-y", "--signal", "KILL", "--wait", "0.5"}));

    EXPECT_EQ(scene.signal, ProcessSignal::Kill);
    EXPECT_EQ(scene.wait, std::chrono::milliseconds(500));
}

TEST(KillCommand, ExitsWithTwoWhereNobodyCanBeAsked)
{
    KillScene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931"});

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.complaints(), 1);
    EXPECT_THAT(result.err, HasSubstr("--yes"));
    EXPECT_FALSE(scene.signal);
}

TEST(KillCommand, IncludesAUserManagerOnlyWhenItIsKilledByItsPid)
{
    const std::vector<std::pair<std::vector<std::string>, bool>> cases{
        {{"kill", "4711", "--yes"}, false},
        {{"kill", "4711", "--signal", "KILL", "--yes"}, true},
        {{"kill", "port:931", "--signal", "KILL", "--yes"}, false}};
    for (const auto& [words, isIncluded] : cases) {
        KillScene scene;
        static_cast<void>(run(scene.machine, words));
        ASSERT_TRUE(scene.asked);
        EXPECT_EQ(scene.asked->includesManager, isIncluded);
    }
}

TEST(KillCommand, AsksOnATerminalAndAcceptsNo)
{
    for (const char* answer : {"", "n", "nope", "maybe"}) {
        KillScene scene;
        FakeTerminal terminal;
        terminal.isInteractive = true;
        terminal.answer = answer;

        const CliRun result = run(scene.machine, terminal, {"kill", "port:931"});

        EXPECT_EQ(result.code, 1);
        EXPECT_THAT(result.err, HasSubstr("nc (4711)"));
        EXPECT_THAT(result.err, HasSubstr("[y/N]"));
        EXPECT_FALSE(scene.signal);
    }
}

TEST(KillCommand, EndsTheProcessOnYes)
{
    KillScene scene;
    FakeTerminal terminal;
    terminal.isInteractive = true;
    terminal.answer = "y";

    EXPECT_EQ(run(scene.machine, terminal, {"kill", "port:931"}).code, 0);
    EXPECT_TRUE(scene.signal);
}

TEST(KillCommand, OnlyPrintsThePlanInADryRun)
{
    KillScene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931", "--dry-run"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("nc (4711)"));
    EXPECT_FALSE(scene.signal);
}

TEST(KillCommand, ReportsTheOutcomeByItsExitCode)
{
    using Kind = EndOutcome::Kind;
    const std::vector<std::pair<Kind, int>> cases{
        {Kind::Ended, 0},      {Kind::AlreadyExited, 0}, {Kind::ReleasedSocket, 1},
        {Kind::StillAlive, 4}, {Kind::Refused, 3},       {Kind::Failed, 4}};
    for (const auto& [kind, code] : cases) {
        KillScene scene;
        scene.outcome = kind;

        EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--yes"}).code, code) << token(kind);
    }
}

TEST(KillCommand, IsNotDoneWhileAnOwnerIsHidden)
{
    KillScene scene;
    scene.gaps = {{Gap::Kind::Owner, 1, "another user's process", "sudo quaywatch-cli kill"}};

    const CliRun result = run(scene.machine, {"kill", "port:931", "--yes"});

    EXPECT_EQ(result.code, 3);
    EXPECT_THAT(result.err, HasSubstr("sudo quaywatch-cli kill"));
}

TEST(KillCommand, WritesPlanAndOutcomeAsJson)
{
    KillScene scene;

    const nlohmann::json done = run(scene.machine, {"kill", "port:931", "-y", "--json"}).json();
    const nlohmann::json dry =
        run(scene.machine, {"kill", "port:931", "--dry-run", "--json"}).json();

    EXPECT_EQ(done.at("processes").at(0).at("pid"), 4711);
    EXPECT_EQ(done.at("processes").at(0).at("sockets").size(), 1U);
    EXPECT_EQ(done.at("outcomes").at(0).at("outcome"), "ended");
    EXPECT_EQ(done.at("signal"), "TERM");
    EXPECT_EQ(dry.at("dry_run"), true);
    EXPECT_EQ(dry.at("outcomes").size(), 0U);
}

constexpr std::array kReasons{LeftOut::Reason::OpenedByAnother, LeftOut::Reason::HandedOn,
                              LeftOut::Reason::OpenerUnknown};

TEST(KillCommand, ExcludesAnOwnerOfASocketThatAnotherOpenedAndSaysSo)
{
    for (const LeftOut::Reason reason : kReasons) {
        KillScene scene;
        scene.leftOut = reason;

        const CliRun result = run(scene.machine, {"kill", "port:931", "--yes"});

        EXPECT_EQ(result.code, 3);
        EXPECT_THAT(scene.ended, ElementsAre(4711));
        EXPECT_THAT(result.err, HasSubstr("left out: other (4712): it is another's; "
                                          "to end it: quaywatch-cli kill 4712"));
        const nlohmann::json json =
            run(scene.machine, {"kill", "port:931", "--yes", "--json"}).json();
        EXPECT_EQ(json.at("left_out").at(0).at("reason"), std::string(token(reason)));
    }
}

TEST(KillCommand, EndsNothingWhereAllOwnersAreExcluded)
{
    KillScene scene;
    scene.hasCandidate = false;
    for (const LeftOut::Reason reason : kReasons) {
        scene.leftOut = reason;

        EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--yes"}).code, 3);
        EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--dry-run"}).code, 3);
        EXPECT_EQ(run(scene.machine, {"kill", "port:931"}).code, 2)
            << "it would have to ask for confirmation";
    }
    EXPECT_THAT(scene.ended, IsEmpty());
}

TEST(KillCommand, AsksSeparatelyAboutAnOwnerOfASocketThatAnotherOpened)
{
    const std::vector<std::pair<std::vector<std::string>, std::vector<std::uint32_t>>> cases{
        {{"y", "y"}, {4711, 4712}}, {{"y", ""}, {4711}}, {{"n", "y"}, {}}};
    for (const auto& [answers, ended] : cases) {
        KillScene scene;
        scene.leftOut = LeftOut::Reason::HandedOn;
        FakeTerminal terminal;
        terminal.isInteractive = true;
        terminal.answers = answers;

        const CliRun result = run(scene.machine, terminal, {"kill", "port:931"});

        EXPECT_EQ(scene.ended, ended);
        EXPECT_EQ(result.code, ended.size() == 2 ? 0 : ended.empty() ? 1 : 3);
        EXPECT_THAT(result.err, HasSubstr("it is another's"));
    }
}

TEST(KillCommand, ListsClientsAndExcludesThem)
{
    KillScene scene;
    scene.leftOut = LeftOut::Reason::Client;

    const CliRun both = run(scene.machine, {"kill", "port:931/udp", "--yes"});
    EXPECT_EQ(both.code, 0);
    EXPECT_THAT(scene.ended, ElementsAre(4711));
    EXPECT_THAT(both.err, HasSubstr("to end it: quaywatch-cli kill port:931/udp --ephemeral"));

    scene.hasCandidate = false;
    const CliRun only = run(scene.machine, {"kill", "port:931"});
    EXPECT_EQ(only.code, 1);
    EXPECT_EQ(only.complaints(), 1);
    EXPECT_THAT(scene.ended, ElementsAre(4711));
}

TEST(KillCommand, IncludesClientsOnRequest)
{
    KillScene scene;

    static_cast<void>(run(scene.machine, {"kill", "port:931", "--yes", "--ephemeral"}));

    EXPECT_TRUE(scene.asked->includesClients);
}

TEST(KillCommand, ListsExcludedOwnersSeparatelyInJson)
{
    KillScene scene;
    scene.leftOut = LeftOut::Reason::Client;

    const nlohmann::json dry =
        run(scene.machine, {"kill", "port:931", "--dry-run", "--json"}).json();

    EXPECT_EQ(dry.at("processes").size(), 1U);
    EXPECT_EQ(dry.at("left_out").at(0).at("pid"), 4712);
    EXPECT_EQ(dry.at("left_out").at(0).at("reason"), "client");
    EXPECT_TRUE(dry.at("held_again_by").is_null());
}

TEST(KillCommand, PrintsARemedyForAStoppedProcess)
{
    KillScene scene;
    scene.outcome = EndOutcome::Kind::StillAlive;
    scene.state = ProcessState::Stopped;

    const CliRun result = run(scene.machine, {"kill", "port:931", "--yes"});
    const CliRun dry = run(scene.machine, {"kill", "port:931", "--dry-run"});

    EXPECT_EQ(result.code, 4);
    EXPECT_THAT(result.err, HasSubstr("kill -CONT 4711"));
    EXPECT_THAT(result.err, HasSubstr("--signal KILL"));
    EXPECT_THAT(result.err, Not(HasSubstr("--wait")));
    EXPECT_THAT(dry.out, HasSubstr("nc (stopped)"));
    EXPECT_THAT(dry.out, HasSubstr("kill -CONT 4711"));
}

/// nc on 931; another process opens the port once nc has ended.
SystemAccess machineThatStartsAgain(const std::vector<SocketRecord>& after)
{
    const KillScene scene;
    auto polls = std::make_shared<int>(0);
    SystemAccess machine = scene.machine;
    machine.openSource = [polls, after]() -> Result<std::unique_ptr<SocketSource>> {
        const std::vector<SocketRecord> before{
            tcpListener(931, "127.0.0.1").ownedBy(process("nc")).id(2)};
        return std::make_unique<FakeSocketSource>(
            std::vector<Result<Snapshot>>{snapshotOf((*polls)++ == 0 ? before : after)});
    };
    machine.planEnd = [](const EndTarget& target, const SnapshotPtr& snapshot) -> Result<EndPlan> {
        EndPlan plan;
        plan.target = target;
        plan.snapshot = snapshot;
        plan.candidates.push_back(KillScene().candidateOf(*process("nc"), *snapshot));
        return plan;
    };
    machine.execute = [](EndPlan&, ProcessSignal, std::chrono::milliseconds,
                         const std::function<bool()>&) {
        return std::vector<EndOutcome>{
            {{4711, 471100}, "nc", EndOutcome::Kind::Ended, "nc has ended", {}}};
    };
    return machine;
}

TEST(KillCommand, ReportsWhoHoldsThePortAgain)
{
    const SystemAccess machine = machineThatStartsAgain({tcpListener(931, "127.0.0.1")
                                                             .ownedBy(process("nc", 4800))
                                                             .id(3)
                                                             .serviceContext("nc.service")});

    const CliRun result = run(machine, {"kill", "port:931", "--yes"});

    EXPECT_EQ(result.code, 0) << "the process has ended, as the contract requires";
    EXPECT_EQ(result.out,
              "nc (process 4711) has ended; the port is held again by 4800 (unit nc.service)\n");
}

TEST(KillCommand, ReportsInJsonWhoHoldsThePortAgain)
{
    const auto heldAgainBy = [](const std::vector<SocketRecord>& after) {
        return run(machineThatStartsAgain(after), {"kill", "port:931", "--yes", "--json"})
            .json()
            .at("held_again_by");
    };
    const SocketBuilder listener = tcpListener(931, "127.0.0.1").id(3);

    const nlohmann::json seen = heldAgainBy({SocketBuilder(listener).ownedBy(process("nc", 4800))});
    EXPECT_EQ(seen.at(0).at("pid"), 4800);
    const nlohmann::json hidden = heldAgainBy({listener});
    EXPECT_TRUE(hidden.at(0).at("pid").is_null());
    for (const auto& [key, value] : seen.at(0).items()) {
        EXPECT_TRUE(hidden.at(0).contains(key)) << key;
    }
    EXPECT_EQ(seen.at(0).at("same_socket"), false);
    EXPECT_EQ(heldAgainBy({}), nlohmann::json::array());
}

TEST(KillCommand, IsNotDoneWhileAHiddenProcessHoldsTheSameSocket)
{
    const std::vector<SocketRecord> after{
        tcpListener(931, "127.0.0.1").id(2).ownerState(OwnerState::Hidden)};

    const CliRun text = run(machineThatStartsAgain(after), {"kill", "port:931", "--yes"});
    const CliRun json = run(machineThatStartsAgain(after), {"kill", "port:931", "--yes", "--json"});

    EXPECT_EQ(text.code, 3);
    EXPECT_THAT(text.out, HasSubstr("port 931 is still held by a hidden owner"));
    EXPECT_EQ(json.code, 3);
    EXPECT_EQ(json.json().at("held_again_by").at(0).at("same_socket"), true);
    EXPECT_TRUE(json.json().at("held_again_by").at(0).at("pid").is_null());
}

TEST(KillCommand, ExitsWithOneWhereNothingListens)
{
    const CliRun result = run(smallMachine(), {"kill", "port:4", "--yes"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.complaints(), 1);
}

TEST(KillCommand, EndsNoProcessForAThreadId)
{
    KillScene scene;
    scene.machine.inspect = [](std::uint32_t) -> Result<ProcessDetails> {
        ProcessDetails details;
        details.info = *process("nc");
        details.threadOf = 4711;
        return details;
    };

    const CliRun result = run(scene.machine, {"kill", "4712", "--yes"});

    EXPECT_EQ(result.code, 2);
    EXPECT_THAT(result.err, HasSubstr("4712 is a thread of process 4711 (nc)"));
    EXPECT_FALSE(scene.asked);
    EXPECT_FALSE(scene.signal);
}

}  // namespace
}  // namespace quaywatch::test
