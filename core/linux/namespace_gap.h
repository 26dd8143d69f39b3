// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/procfs/namespace_mounts.h"
#include "core/sockets/snapshot.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// What is known of network namespaces whose sockets are not listed.
struct OtherNamespaces {
    std::uint64_t own = 0;  ///< The inode of this program's own namespace; 0 if not known.
    /// By inode, the number of a process or thread in the namespace.
    std::map<std::uint64_t, std::uint32_t> processes;
    std::vector<NamespaceMount> mounts;  ///< Those that have a path; its own may be among them.
    bool areNumbersForeign = false;      ///< The numbers are not those that commands take here.
    bool isRoot = false;
};

/// The gap for them, which counts each namespace once; empty if there are none. Its remedy lists
/// the sockets of up to three of them. Pure.
[[nodiscard]] std::optional<Gap> namespaceGap(const OtherNamespaces& others);

}  // namespace quaywatch::linux_backend
