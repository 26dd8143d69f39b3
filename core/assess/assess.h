// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/program_evidence.h"
#include "core/sockets/snapshot.h"

#include <vector>

namespace quaywatch {

/// Whether activity on the port deserves a look: a well-known port that is nobody's, being
/// unassigned, reserved, de-assigned or not in the registry at all. Port 0 is no port.
[[nodiscard]] bool isUnclaimedWellKnownPort(Port port, Protocol protocol) noexcept;

/// Fills judgement of every row by the verdict table in ARCHITECTURE.md. classify() comes first.
/// O(n); rows whose ports are all 1024 or above cost nearly nothing.
///
/// @param rpcServices  What the system's rpcbind has registered, ascending; empty if it was not
///                     asked.
/// @param evidence     Of programs, asked only for listeners that would be unexpected; null: none.
void assess(Snapshot& snapshot, const std::vector<RpcService>& rpcServices,
            ProgramEvidence* evidence = nullptr);

}  // namespace quaywatch
