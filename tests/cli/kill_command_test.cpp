// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/cli_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;

class IdleHandle final : public ProcessHandle {
public:
    ProcessId id() const noexcept override { return {4711, 471100}; }
    Result<bool> holdsSocket(std::uint64_t /*inode*/) const override { return true; }
    Result<void> signal(ProcessSignal /*signal*/) override { return {}; }
    Result<void> checkPermission() const override { return {}; }
    Result<bool> waitForExit(std::chrono::milliseconds /*limit*/) const override { return true; }
};

/// A machine on which nc listens on 931, and what was done to it.
struct Scene {
    cli::Machine machine = smallMachine();
    EndOutcome::Kind outcome = EndOutcome::Kind::Ended;
    std::optional<EndTarget> asked;
    std::optional<ProcessSignal> signal;
    std::optional<std::chrono::milliseconds> wait;
    std::vector<Gap> gaps;
    std::optional<std::string> refusal;

    Scene()
    {
        machine.inspect = [](std::uint32_t pid) -> Result<ProcessDetails> {
            ProcessDetails details;
            details.info = *process("nc", pid);
            return details;
        };
        machine.planEnd = [this](const EndTarget& target,
                                 const SnapshotPtr& snapshot) -> Result<EndPlan> {
            asked = target;
            EndPlan plan;
            plan.snapshot = snapshot;
            plan.gaps = gaps;
            EndCandidate candidate;
            candidate.details.info = *process("nc");
            candidate.listeners = {&snapshot->sockets.back()};
            candidate.refusal = refusal;
            candidate.handle = refusal ? nullptr : std::make_unique<IdleHandle>();
            plan.candidates.push_back(std::move(candidate));
            return plan;
        };
        machine.carryOut = [this](EndPlan&, ProcessSignal how, std::chrono::milliseconds limit) {
            signal = how;
            wait = limit;
            return std::vector<EndOutcome>{{{4711, 471100}, "nc", outcome, "nc (4711): told."}};
        };
    }
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;
    ~Scene() = default;
};

TEST(KillCommand, EndsWhatListensWhenToldNotToAsk)
{
    Scene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931/tcp", "--yes"});

    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, "nc (4711): told.\n");
    EXPECT_EQ(scene.asked->port, 931);
    EXPECT_EQ(scene.asked->protocol, Protocol::Tcp);
    EXPECT_EQ(scene.signal, ProcessSignal::Terminate);
}

TEST(KillCommand, NamesAProcessWithItsStartTime)
{
    Scene scene;

    static_cast<void>(run(scene.machine, {"kill", "4711", "--yes"}));

    EXPECT_EQ(scene.asked->process, (ProcessId{4711, 471100}));
    EXPECT_FALSE(scene.asked->port);
}

TEST(KillCommand, TakesSignalAndWait)
{
    Scene scene;

    static_cast<void>(
        run(scene.machine, {"kill", "4711", "-y", "--signal", "KILL", "--wait", "0.5"}));

    EXPECT_EQ(scene.signal, ProcessSignal::Kill);
    EXPECT_EQ(scene.wait, std::chrono::milliseconds(500));
}

TEST(KillCommand, EndsWithTwoWhereNobodyCanBeAsked)
{
    Scene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931"});

    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.complaints(), 1);
    EXPECT_THAT(result.err, HasSubstr("--yes"));
    EXPECT_FALSE(scene.signal);
}

TEST(KillCommand, AsksOnATerminalAndTakesNoForAnAnswer)
{
    for (const char* answer : {"", "n", "nope", "maybe"}) {
        Scene scene;
        FakeTerminal terminal;
        terminal.hasPerson = true;
        terminal.answer = answer;

        const CliRun result = run(scene.machine, terminal, {"kill", "port:931"});

        EXPECT_EQ(result.code, 1);
        EXPECT_THAT(result.err, HasSubstr("nc (4711)"));
        EXPECT_THAT(result.err, HasSubstr("[y/N]"));
        EXPECT_FALSE(scene.signal);
    }
}

TEST(KillCommand, DoesItWhenThePersonAgrees)
{
    Scene scene;
    FakeTerminal terminal;
    terminal.hasPerson = true;
    terminal.answer = "y";

    EXPECT_EQ(run(scene.machine, terminal, {"kill", "port:931"}).code, 0);
    EXPECT_TRUE(scene.signal);
}

TEST(KillCommand, OnlyTellsInADryRun)
{
    Scene scene;

    const CliRun result = run(scene.machine, {"kill", "port:931", "--dry-run"});

    EXPECT_EQ(result.code, 0);
    EXPECT_THAT(result.out, HasSubstr("nc (4711)"));
    EXPECT_FALSE(scene.signal);
}

TEST(KillCommand, TellsWhatBecameOfItByItsExitCode)
{
    using Kind = EndOutcome::Kind;
    const std::vector<std::pair<Kind, int>> cases{{Kind::Ended, 0},    {Kind::WasGone, 0},
                                                  {Kind::NoLonger, 1}, {Kind::StillAlive, 4},
                                                  {Kind::Refused, 3},  {Kind::Failed, 4}};
    for (const auto& [kind, code] : cases) {
        Scene scene;
        scene.outcome = kind;

        EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--yes"}).code, code) << token(kind);
    }
}

TEST(KillCommand, IsNotDoneWhileAnOwnerIsHidden)
{
    Scene scene;
    scene.gaps = {{Gap::Kind::Owner, 1, "another user's process", "sudo quaywatch-cli kill"}};

    const CliRun result = run(scene.machine, {"kill", "port:931", "--yes"});

    EXPECT_EQ(result.code, 3);
    EXPECT_THAT(result.err, HasSubstr("sudo quaywatch-cli kill"));
}

TEST(KillCommand, WritesPlanAndOutcomeAsJson)
{
    Scene scene;

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

TEST(KillCommand, EndsWithOneWhereNothingListens)
{
    const CliRun result = run(smallMachine(), {"kill", "port:4", "--yes"});

    EXPECT_EQ(result.code, 1);
    EXPECT_EQ(result.complaints(), 1);
}

TEST(KillCommand, EndsNoProcessForTheNumberOfAThread)
{
    Scene scene;
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
