// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/cli/cli_run.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// A process that accepts every call.
class IdleHandle final : public ProcessHandle {
public:
    ProcessId id() const noexcept override { return {4711, 471100}; }
    Result<bool> holdsSocket(std::uint64_t /*inode*/) const override { return true; }
    Result<void> signal(ProcessSignal /*signal*/) override { return {}; }
    Result<void> checkPermission() const override { return {}; }
    Result<std::optional<ProcessState>> state() const override { return std::nullopt; }
    Result<bool> waitForExit(std::chrono::milliseconds /*limit*/) const override { return true; }
};

/// A machine with nc listening on 931. Records what was done to it.
struct KillScene {
    SystemAccess machine = smallMachine();
    EndOutcome::Kind outcome = EndOutcome::Kind::Ended;
    std::optional<EndTarget> asked;
    std::optional<ProcessSignal> signal;
    std::optional<std::chrono::milliseconds> wait;
    std::vector<Gap> gaps;
    std::optional<std::string> refusal;
    bool hasCandidate = true;
    std::optional<LeftOut::Reason> leftOut;  ///< Of a second process, 4712.
    std::optional<ProcessState> state;
    std::vector<std::uint32_t> ended;
    bool isPortHeld = false;
    SnapshotPtr snapshot;

    KillScene()
    {
        machine.inspect = [](std::uint32_t pid) -> Result<ProcessDetails> {
            ProcessDetails details;
            details.info = *process("nc", pid);
            return details;
        };
        machine.planEnd = [this](const EndTarget& target,
                                 const SnapshotPtr& now) -> Result<EndPlan> {
            asked = target;
            // A second run in the same scene starts from the same state as the first.
            snapshot = snapshot ? snapshot : now;
            EndPlan plan;
            plan.snapshot = snapshot;
            plan.gaps = gaps;
            plan.target = target;
            if (hasCandidate) {
                plan.candidates.push_back(candidateOf(*process("nc"), *snapshot));
                plan.candidates.back().refusal = refusal;
                plan.candidates.back().details.info.state = state;
            }
            if (leftOut) {
                plan.leftOut.push_back(candidateOf(*process("other", 4712, 0, "root"), *snapshot));
                plan.leftOut.back().leftOut = LeftOut{*leftOut, "it is another's"};
            }
            return plan;
        };
        machine.execute = [this](EndPlan& plan, ProcessSignal how, std::chrono::milliseconds limit,
                                 const std::function<bool()>&) {
            signal = how;
            wait = limit;
            if (outcome == EndOutcome::Kind::Ended || outcome == EndOutcome::Kind::AlreadyExited ||
                outcome == EndOutcome::Kind::ReleasedSocket) {
                machine.openSource = machineWith(std::vector<SocketRecord>{}).openSource;
            }
            std::vector<EndOutcome> outcomes;
            for (const EndCandidate& candidate : plan.candidates) {
                const ProcessInfo& info = candidate.details.info;
                ended.push_back(info.id.pid);
                outcomes.push_back({info.id, info.name, outcome,
                                    info.name + " (" + std::to_string(info.id.pid) + "): told."});
                outcomes.back().state = state;
                outcomes.back().isPortHeld = isPortHeld;
            }
            return outcomes;
        };
    }
    [[nodiscard]] EndCandidate candidateOf(const ProcessInfo& info, const Snapshot& at) const
    {
        EndCandidate candidate;
        candidate.details.info = info;
        candidate.listeners = {&at.sockets.back()};
        candidate.handle = refusal ? nullptr : std::make_unique<IdleHandle>();
        return candidate;
    }
    KillScene(const KillScene&) = delete;
    KillScene& operator=(const KillScene&) = delete;
    ~KillScene() = default;
};

}  // namespace quaywatch::test
