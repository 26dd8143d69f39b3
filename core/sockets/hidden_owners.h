// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets whose owner is not known, and the reasons.

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/snapshot.h"

#include <vector>

namespace quaywatch {

/// The gap of the snapshot that says why this socket's owner is hidden; null if there is none.
[[nodiscard]] const Gap* gapOf(const Snapshot& snapshot, const SocketRecord& socket) noexcept;

/// Marks as owned by the kernel those listeners of root without a descriptor that rpcbind names as
/// a program that the kernel serves (NFS, its access lists and its locks), and removes them from
/// the gap's count.
void attributeKernelRpc(Snapshot& snapshot, const std::vector<RpcService>& services);

}  // namespace quaywatch
