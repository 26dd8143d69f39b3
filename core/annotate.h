// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/host_facts.h"
#include "core/snapshot.h"

#include <vector>

namespace quaywatch {

/// Who can reach a listener bound so. IPv4-mapped addresses count as IPv4; a socket bound to the
/// device lo is loopback.
[[nodiscard]] Exposure exposureOf(const SocketRecord& listener) noexcept;

/// Fills direction and exposure of every row. O(n).
void annotate(Snapshot& snapshot);

/// Fills judgement of every row by the verdict table in ARCHITECTURE.md. annotate() comes first.
///
/// @param rpcServices  What rpcbind has registered; empty if it was not asked.
void judge(Snapshot& snapshot, const std::vector<RpcService>& rpcServices);

/// Whether both ends of a connection are on this machine, as far as the snapshot shows.
[[nodiscard]] bool isLocalConnection(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
