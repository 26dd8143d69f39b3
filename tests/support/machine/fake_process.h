// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/process/end_process.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace quaywatch::test {

/// A process of a FakeMachine.
struct FakeProcess {
    ProcessDetails details;
    std::set<std::uint64_t> inodes;  ///< The sockets that it holds.
    bool isAlive = true;
    bool ignoresTerminate = false;
    bool isStopped = false;  ///< Does not react to Terminate, as a stopped process.
    ServiceManager manager = ServiceManager::None;
    std::optional<std::uint32_t> namespaceRoot = 0;
    bool canBecomeRoot = false;
    bool mayBeSignaled = true;
    std::optional<Error> whyNotHeld;
    std::vector<ProcessSignal> received;
    std::vector<std::uint32_t> dependents;  ///< Processes that end with it when it is terminated.
};

}  // namespace quaywatch::test
