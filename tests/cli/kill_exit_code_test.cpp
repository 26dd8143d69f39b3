// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/kill_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using Kind = EndOutcome::Kind;

/// A run whose output has no reader.
CliRun runUnread(const SystemAccess& machine, const std::vector<std::string>& arguments)
{
    FakeTerminal terminal;
    terminal.onWrite = [](std::string_view) -> Result<bool> { return false; };
    return run(machine, terminal, arguments);
}

TEST(KillExitCode, IsKeptWhenTheOutputIsClosed)
{
    for (const auto& [kind, code] : std::vector<std::pair<Kind, int>>{{Kind::Ended, 0},
                                                                      {Kind::StillAlive, 4},
                                                                      {Kind::Refused, 3},
                                                                      {Kind::ReleasedSocket, 1}}) {
        KillScene scene;
        scene.outcome = kind;

        EXPECT_EQ(runUnread(scene.machine, {"kill", "port:931", "--yes"}).code, code);
        EXPECT_EQ(runUnread(scene.machine, {"kill", "port:931", "--yes", "--json"}).code, code);
    }
}

TEST(KillExitCode, OfOtherCommandsIsZeroWhenTheOutputIsClosed)
{
    EXPECT_EQ(runUnread(smallMachine(), {"list"}).code, 0);
    EXPECT_EQ(runUnread(smallMachine(), {"explain", "931"}).code, 0);
}

TEST(KillExitCode, ReportsThatThePortIsStillInUse)
{
    for (const Kind kind : {Kind::Ended, Kind::AlreadyExited, Kind::ReleasedSocket}) {
        KillScene scene;
        scene.outcome = kind;
        scene.isPortHeld = true;

        EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--yes"}).code, 3) << token(kind);
    }
}

TEST(KillExitCode, OfADryRunEqualsThatOfTheRun)
{
    KillScene leftOut;
    leftOut.leftOut = LeftOut::Reason::OpenedByAnother;
    EXPECT_EQ(run(leftOut.machine, {"kill", "port:931", "--dry-run"}).code, 3);

    KillScene hidden;
    hidden.gaps = {{Gap::Kind::Owner, 1, "another user's process", "sudo quaywatch-cli kill"}};
    EXPECT_EQ(run(hidden.machine, {"kill", "port:931", "--dry-run"}).code, 3);

    KillScene refused;
    refused.refusal = "systemd runs the services and is never signaled";
    EXPECT_EQ(run(refused.machine, {"kill", "port:931", "--dry-run"}).code, 3);

    KillScene client;
    client.leftOut = LeftOut::Reason::Client;
    EXPECT_EQ(run(client.machine, {"kill", "port:931", "--dry-run"}).code, 0);
}

TEST(KillExitCode, OfAPartlyRefusedPlanIsThreeInADryRunToo)
{
    KillScene scene;
    SystemAccess machine = scene.machine;
    machine.planEnd = [&scene](const EndTarget& target, const SnapshotPtr& snapshot) {
        Result<EndPlan> plan = scene.machine.planEnd(target, snapshot);
        plan->candidates.push_back(scene.candidateOf(*process("systemd", 1), *snapshot));
        plan->candidates.back().refusal = "process 1 runs the system and is never signaled";
        plan->candidates.back().handle = nullptr;
        return plan;
    };

    EXPECT_EQ(run(machine, {"kill", "port:931", "--dry-run"}).code, 3);
}

TEST(KillFailure, HasAJsonDocument)
{
    for (const char* how : {"--yes", "--dry-run"}) {
        const CliRun result = run(smallMachine(), {"kill", "port:4", how, "--json"});

        EXPECT_EQ(result.code, 1);
        EXPECT_EQ(result.complaints(), 1);
        const nlohmann::json json = result.json();
        EXPECT_THAT(json.at("error").get<std::string>(), HasSubstr("nothing listens there"));
        EXPECT_EQ(json.at("processes"), nlohmann::json::array());
        EXPECT_EQ(json.at("outcomes"), nlohmann::json::array());
        EXPECT_EQ(json.at("dry_run"), std::string_view(how) == "--dry-run");
        EXPECT_TRUE(json.at("held_again_by").is_null());
    }
}

TEST(KillFailure, HasAJsonDocumentOnNo)
{
    KillScene scene;
    FakeTerminal terminal;
    terminal.isInteractive = true;
    terminal.answer = "n";

    const CliRun result = run(scene.machine, terminal, {"kill", "port:931", "--json"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.json().at("error"), "nothing was ended");
    EXPECT_EQ(result.json().at("processes").size(), 1U);
}

TEST(KillFailure, HasNoErrorWhenThePlanWasExecuted)
{
    KillScene scene;

    EXPECT_TRUE(
        run(scene.machine, {"kill", "port:931", "-y", "--json"}).json().at("error").is_null());
}

TEST(KillFailure, IsTheSystemErrorWhereThePortMovesOn)
{
    SystemAccess machine = smallMachine();
    machine.planEnd = [](const EndTarget&, const SnapshotPtr&) -> Result<EndPlan> {
        return failure(ErrorCode::TimedOut, "the processes on port 931 change");
    };

    const CliRun result = run(machine, {"kill", "port:931", "--yes"});

    EXPECT_EQ(result.code, 4);
    EXPECT_EQ(result.err, "quaywatch-cli: the processes on port 931 change\n");
}

}  // namespace
}  // namespace quaywatch::test
