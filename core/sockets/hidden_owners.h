// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Sockets whose owner is not known, and why not.

#pragma once

#include "core/host/host_facts.h"
#include "core/sockets/snapshot.h"

#include <string_view>
#include <vector>

namespace quaywatch {

/// Reasons (Gap::why) by which a socket's gap is found again.
inline constexpr std::string_view kHeldByNoDescriptor = "no process holds it by a descriptor";
inline constexpr std::string_view kNoReadableHolder =
    "no process that may be read holds it by a descriptor";
inline constexpr std::string_view kOwnProcessHidden =
    "processes of this user that may not be looked into: their program has capabilities, or "
    "forbids "
    "it";

/// The gap of the snapshot that tells why this socket's owner is hidden; null if there is none.
[[nodiscard]] const Gap* gapOf(const Snapshot& snapshot, const SocketRecord& socket) noexcept;

/// The listeners of root's that no process holds by a descriptor: those that rpcbind may know as
/// services within the kernel. Empty at once where there is none.
[[nodiscard]] std::vector<const SocketRecord*> rpcCandidates(const Snapshot& snapshot);

/// Of these, those that rpcbind names as a program which the kernel serves (NFS, its access lists
/// and its locks) become the kernel's, and the gap counts them no longer.
void claimKernelRpc(Snapshot& snapshot, const std::vector<RpcService>& services);

}  // namespace quaywatch
