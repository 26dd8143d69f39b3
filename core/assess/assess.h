// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/program_evidence.h"
#include "core/sockets/snapshot.h"

#include <vector>

namespace quaywatch {

/// Whether activity on the port should be checked: a well-known port without a service, because it
/// is unassigned, reserved, de-assigned or not in the registry. False for port 0.
[[nodiscard]] bool isUnclaimedWellKnownPort(Port port, Protocol protocol) noexcept;

/// Fills the assessment of every row by the verdict table in ARCHITECTURE.md. Call classify()
/// first. O(n); rows whose ports are all 1024 or above cost nearly nothing.
///
/// @param rpcServices  The registrations of the system's rpcbind, ascending; empty if it was not
///                     asked.
/// @param evidence     Evidence about programs, used only for listeners that would be unexpected;
///                     null: none.
void assess(Snapshot& snapshot, const std::vector<RpcService>& rpcServices,
            ProgramEvidence* evidence = nullptr);

}  // namespace quaywatch
