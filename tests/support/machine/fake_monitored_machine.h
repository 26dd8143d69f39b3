// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/monitor/monitor_controller.h"
#include "tests/support/sockets/fake_socket_source.h"
#include "tests/support/sockets/snapshot_builder.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <semaphore>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace quaywatch::test {

/// Answers the slow questions with fixed facts, and records the calls.
struct FakeMachine {
    Snapshot snapshot;
    std::atomic<int> readCount{0};
    std::atomic<int> signalCount{0};
    std::atomic<int> lastSignal{-1};
    /// Whether execute() blocks until it is canceled.
    std::atomic<bool> hasEndlessWait{false};
    /// The gate that inspect() waits for, if any, and the number of its calls.
    std::counting_semaphore<8>* gate = nullptr;
    std::atomic<int> inspectCount{0};
    /// The outcomes that execute() returns.
    EndOutcome::Kind outcome = EndOutcome::Kind::Ended;
    Message outcomeText = "It was done.";
    bool isPortHeld = false;
    /// Whether execute() reports each worker as running, without a signal.
    bool doWorkersOutlive = false;
    std::optional<Error> planError;
    std::optional<Port> planErrorPort;  ///< Only a plan for this port fails.
    std::string baselinePath;           ///< Empty: nothing is expected.
    /// The text of the plan for each process.
    std::optional<std::string> restartingUnit;
    std::optional<std::string> stopCommand;
    std::optional<UnitStop> stop;
    std::optional<std::string> refusal;
    std::optional<LeftOut> leftOut;
    /// They are its children, too.
    std::vector<RelatedProcess> workers;
    /// Whether stopping the units also closes the last listener of the snapshot.
    bool alsoClosesLast = false;

    [[nodiscard]] SystemAccess access()
    {
        SystemAccess access;
        access.openSource = [this]() -> Result<std::unique_ptr<SocketSource>> {
            return std::make_unique<CountingSource>(*this);
        };
        access.baselinePath = [this] { return Result<std::string>(baselinePath); };
        access.askRpcbind = [](RpcWay) { return Result<std::vector<RpcService>>(); };
        access.inspect = [this](std::uint32_t pid) {
            ++inspectCount;
            if (gate != nullptr) {
                gate->acquire();
            }
            return inspect(pid);
        };
        access.explain = [](Port port, std::optional<Protocol>, const Snapshot&) {
            PortExplanation explanation;
            explanation.port = port;
            explanation.range = "A well-known port.";
            explanation.checks = {{"Linux", "sudo lsof -i :" + std::to_string(port)}};
            return explanation;
        };
        access.planEnd = [this](const EndTarget& target, const SnapshotPtr& at) {
            return plan(target, at);
        };
        access.execute = [this](EndPlan& plan, ProcessSignal signal, std::chrono::milliseconds,
                                const std::function<bool()>& isCanceled) {
            ++signalCount;
            lastSignal = static_cast<int>(signal);
            while (hasEndlessWait && !isCanceled()) {
                std::this_thread::yield();
            }
            std::vector<EndOutcome> outcomes;
            for (const EndCandidate& candidate : plan.candidates) {
                const ProcessInfo& info = candidate.details.info;
                outcomes.push_back({info.id, info.name, outcome, outcomeText, {}, isPortHeld});
                for (const RelatedProcess& worker : workers) {
                    if (doWorkersOutlive) {
                        outcomes.push_back({worker.id,
                                            worker.name,
                                            EndOutcome::Kind::StillAlive,
                                            "The worker still runs.",
                                            {},
                                            false,
                                            false});
                    }
                }
            }
            return outcomes;
        };
        return access;
    }

private:
    class CountingSource final : public SocketSource {
    public:
        explicit CountingSource(FakeMachine& machine)
            : m_machine(machine)
        {
        }
        Result<Snapshot> read(ReadScope /*scope*/) override
        {
            ++m_machine.readCount;
            return m_machine.snapshot;
        }
        Result<std::vector<SocketRecord>> find(
            std::span<const SocketRecord* const> /*wanted*/) override
        {
            return std::vector<SocketRecord>{};
        }
        std::string_view name() const noexcept override { return "fake"; }

    private:
        FakeMachine& m_machine;
    };
    class FakeHandle final : public ProcessHandle {
    public:
        ProcessId id() const noexcept override { return {}; }
        Result<bool> holdsSocket(std::uint64_t /*inode*/) const override { return true; }
        Result<void> signal(ProcessSignal /*signal*/) override { return {}; }
        Result<void> checkPermission() const override { return {}; }
        Result<std::optional<ProcessState>> state() const override { return std::nullopt; }
        Result<bool> waitForExit(std::chrono::milliseconds /*limit*/) const override
        {
            return true;
        }
    };

    [[nodiscard]] Result<ProcessDetails> inspect(std::uint32_t pid) const
    {
        for (const SocketRecord& socket : snapshot.sockets) {
            for (const ProcessPtr& owner : socket.owners()) {
                if (owner->id.pid == pid) {
                    ProcessDetails details;
                    details.info = *owner;
                    details.parents = {{{1, 1}, "systemd"}};
                    return details;
                }
            }
        }
        return failure(ErrorCode::NotFound, "no such process");
    }
    [[nodiscard]] Result<EndPlan> plan(const EndTarget& target, const SnapshotPtr& at) const
    {
        if (planError && (!planErrorPort || planErrorPort == target.port)) {
            return tl::unexpected(*planError);
        }
        EndPlan plan;
        plan.snapshot = at;
        for (const SocketRecord& socket : at->sockets) {
            if (socket.owners().empty()) {
                continue;
            }
            const ProcessId owner = socket.owners().front()->id;
            if (target.process ? target.process == owner : target.port == socket.key.localPort) {
                EndCandidate candidate;
                candidate.details.info = *socket.owners().front();
                candidate.workers = workers;
                candidate.details.children = workers;
                candidate.listeners = {&socket};
                if (restartingUnit) {
                    candidate.restartingUnits = {*restartingUnit};
                }
                candidate.stopCommand = stopCommand;
                candidate.stop = stop;
                candidate.refusal = refusal;
                candidate.handle = refusal ? nullptr : std::make_unique<FakeHandle>();
                candidate.leftOut = leftOut;
                if (alsoClosesLast) {
                    candidate.alsoClosed = {&at->sockets.back()};
                }
                (leftOut ? plan.leftOut : plan.candidates).push_back(std::move(candidate));
            }
        }
        return plan;
    }
};

}  // namespace quaywatch::test
