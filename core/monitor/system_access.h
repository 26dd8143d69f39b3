// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/explain/explain.h"
#include "core/host/host_facts.h"
#include "core/host/system_facts.h"
#include "core/process/end_process.h"
#include "core/process/process_inspector.h"
#include "core/sampling/sampler.h"
#include "core/sockets/close_event_source.h"
#include "core/sockets/socket_source.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace quaywatch {

/// How the programs reach the operating system: as functions, so that tests can replace them.
/// Which thread calls a function is up to the program; most of them block.
struct SystemAccess {
    std::function<Result<std::unique_ptr<SocketSource>>()> openSource;
    /// Empty: what closes between two polls is not reported.
    std::function<Result<std::unique_ptr<CloseEventSource>>()> openCloseEvents;
    Sampler::RpcQuery askRpcbind;
    std::shared_ptr<ProgramEvidence> evidence;  ///< May be null; used only on the thread of polls.
    std::function<BindRules()> bindRules;
    /// The path of the user's expected.toml, whether it exists or not; may be empty.
    std::function<Result<std::string>()> baselinePath;
    /// The folder of the system's baseline files, whether it exists or not; empty for none.
    std::string systemBaselineFolder{};
    /// The programs of the service that a manager starts for a listener; may be empty.
    std::function<std::vector<std::string>(const SocketRecord&)> activatedPrograms;
    /// The path of the registry that the user has imported, whether it exists or not; may be empty.
    std::function<Result<std::string>()> registryPath;
    std::function<std::chrono::system_clock::time_point()> now;
    std::function<CurrentUser()> currentUser;
    std::function<SystemFacts()> systemFacts{};  ///< May be empty.
    bool hasNameService = true;  ///< Users' names come from it; otherwise from a file alone.
    std::function<Result<ProcessDetails>(std::uint32_t pid)> inspect;
    std::function<PortExplanation(Port, std::optional<Protocol>, const Snapshot&)> explain;
    std::function<Result<EndPlan>(const EndTarget&, const SnapshotPtr&)> planEnd;
    /// Ends the processes of a plan. `isCanceled` may be empty.
    std::function<std::vector<EndOutcome>(EndPlan&, ProcessSignal, std::chrono::milliseconds wait,
                                          const std::function<bool()>& isCanceled)>
        execute;
    /// Waits between two polls of a port whose owners have ended.
    std::function<void(std::chrono::milliseconds)> pause;
};

/// The access to this machine.
[[nodiscard]] SystemAccess accessToThisMachine();

}  // namespace quaywatch
