// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/owners/proc_scan.h"
#include "core/sockets/snapshot.h"

#include <array>
#include <cstddef>
#include <vector>

namespace quaywatch::linux_backend {

/// Number of sockets with a hidden owner, by HiddenBy.
using HiddenCounts = std::array<std::size_t, kHiddenByCount>;

/// What this program may read about processes.
struct OwnerVisibility {
    ProcVisibility proc = ProcVisibility::EveryProcess;
    bool isRoot = false;
    bool mayTrace = false;          ///< Has CAP_SYS_PTRACE.
    bool lacksDescriptors = false;  ///< See OwnerIndex::lackedDescriptors().
    bool isAnyUnreadable = false;   ///< A listed process may not be read.
    bool isOwnUnreadable = false;   ///< Such a process belongs to this user.
    bool isSandboxed = false;       ///< See OwnerIndex::isSandboxed().
};

/// The reasons why owners are hidden, each a gap with its remedy. Pure.
/// @param hidden   Sockets whose owner is hidden: the counts of the gaps.
/// @param partial  Sockets with a known owner that may have a hidden one, too. They are not
///                 counted: a gap for them alone has no count.
[[nodiscard]] std::vector<Gap> ownerGaps(const HiddenCounts& hidden,
                                         const OwnerVisibility& visibility,
                                         const HiddenCounts& partial = {});

/// Whether this thread has CAP_SYS_PTRACE (capabilities(7)).
[[nodiscard]] bool mayTrace();

}  // namespace quaywatch::linux_backend
