// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/message/message_list.h"
#include "tests/cli/cli_run.h"
#include "tests/cli/kill_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Its parent has ended, so waiting for the worker would be pointless: it got no signal.
TEST(KillCommand, AdvisesToEndAWorkerThatOutlivedItsParent)
{
    const auto runOn = [](const std::string& target) {
        KillScene scene;
        scene.machine.execute = [](EndPlan&, ProcessSignal, std::chrono::milliseconds,
                                   const std::function<bool()>&) {
            EndOutcome worker{{4712, 471200}, "nc", EndOutcome::Kind::StillAlive, "holds it", {}};
            worker.wasSignaled = false;
            return std::vector<EndOutcome>{
                {{4711, 471100}, "nc", EndOutcome::Kind::Ended, "has ended", {}}, worker};
        };
        return run(scene.machine, {"kill", target, "--yes"});
    };

    const CliRun ofPort = runOn("port:931/tcp");
    const CliRun ofProcess = runOn("4711");

    EXPECT_EQ(ofPort.code, 4);
    EXPECT_THAT(ofPort.err, HasSubstr("got no signal"));
    EXPECT_THAT(ofPort.err, HasSubstr(": quaywatch-cli kill port:931/tcp\n"));
    EXPECT_THAT(ofPort.err, Not(HasSubstr("--wait")));
    EXPECT_THAT(ofProcess.err, HasSubstr(": quaywatch-cli kill 4712\n"));
}

/// A scene in which others hold nc's listener, too.
void share(KillScene& scene, OwnerState state, std::vector<ProcessPtr> owners)
{
    scene.snapshot = sharedSnapshotOf(
        {tcpListener(931, "127.0.0.1").id(2).ownedBy(std::move(owners)).ownerState(state)});
}

TEST(KillCommand, PromisesNoClosedPortThatOthersHold)
{
    KillScene shared;
    share(shared, OwnerState::Known, {process("nc"), process("shop", 80)});
    KillScene partial;
    share(partial, OwnerState::Partial, {process("nc")});

    const std::string byOthers = run(shared.machine, {"kill", "4711", "--dry-run"}).out;
    const std::string byHidden = run(partial.machine, {"kill", "4711", "--dry-run"}).out;
    const nlohmann::json json = run(shared.machine, {"kill", "4711", "--dry-run", "--json"}).json();

    EXPECT_THAT(byOthers, HasSubstr("stays open    tcp 127.0.0.1:931, also held by shop (80)"));
    EXPECT_THAT(byOthers, Not(HasSubstr("closes")));
    EXPECT_THAT(byHidden,
                HasSubstr("may stay open tcp 127.0.0.1:931: a hidden process may hold it, too"));
    EXPECT_THAT(byHidden, Not(HasSubstr("closes")));
    EXPECT_EQ(json.at("processes").at(0).at("stay_open").size(), 1U);
    EXPECT_EQ(json.at("processes").at(0).at("may_stay_open").size(), 0U);
}

TEST(KillCommand, PromisesNoClosedPortOfAProcessThatIsNotEnded)
{
    KillScene scene;
    scene.refusal = "it is never ended";

    const std::string out = run(scene.machine, {"kill", "port:931", "--dry-run"}).out;

    EXPECT_THAT(out, HasSubstr("holds         tcp 127.0.0.1:931"));
    EXPECT_THAT(out, Not(HasSubstr("closes")));
}

/// Whether a hidden process holds the port, too, is known once the others have ended.
TEST(KillCommand, IsDoneIfNoHiddenProcessHeldThePortAfterAll)
{
    KillScene scene;
    scene.gaps = {{Gap::Kind::Owner, 1, Message(MessageId::PerhapsHiddenHolders), {}}};

    EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--dry-run"}).code, 3);
    EXPECT_EQ(run(scene.machine, {"kill", "port:931", "--yes"}).code, 0);
}

}  // namespace
}  // namespace quaywatch::test
