// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/process/end_process.h"
#include "core/process/held_again.h"
#include "core/process/process_inspector.h"
#include "core/sampling/sampler.h"
#include "core/sockets/close_event_source.h"
#include "core/sockets/socket_source.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace quaywatch::cli {

/// Every door a command has to this machine. Tests put their own behind them.
struct Machine {
    std::function<Result<std::unique_ptr<SocketSource>>()> openSource;
    std::function<Result<std::unique_ptr<CloseEventSource>>()> openCloseEvents;
    Sampler::RpcQuery askRpcbind;
    std::shared_ptr<ProgramEvidence> evidence;  ///< May be null.
    std::function<BindRules()> bindRules;
    /// Where the user's expected.toml is, or would be; may be empty.
    std::function<Result<std::string>()> baselinePath;
    /// Where the registry is, or would be, that the user has imported; may be empty.
    std::function<Result<std::string>()> registryPath;
    std::function<std::chrono::system_clock::time_point()> now;
    std::function<CurrentUser()> viewer;
    std::function<Result<ProcessDetails>(std::uint32_t pid)> inspect;
    std::function<Result<EndPlan>(const EndTarget&, const SnapshotPtr&)> planEnd;
    std::function<std::vector<EndOutcome>(EndPlan&, ProcessSignal, std::chrono::milliseconds)>
        execute;
    /// Lets time go by between two looks at a port that was left.
    std::function<void(std::chrono::milliseconds)> pause;
};

/// The machine the program runs on.
[[nodiscard]] Machine thisMachine();

}  // namespace quaywatch::cli
