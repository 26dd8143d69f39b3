// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace quaywatch::linux_backend {

/// The inode of this program's network namespace, which identifies it (namespaces(7)).
[[nodiscard]] std::optional<std::uint64_t> ownNetworkNamespace() noexcept;

/// The same for another process; empty if it may not be read or has ended.
[[nodiscard]] std::optional<std::uint64_t> networkNamespaceOf(int procFd, std::uint32_t pid);

/// A thread that is in another network namespace than its process.
struct ThreadNamespace {
    std::uint32_t thread = 0;
    std::uint64_t inode = 0;
};
struct ThreadNamespaces {
    std::vector<ThreadNamespace> others;  ///< One thread of each namespace.
    std::size_t count = 0;                ///< How many threads were asked.
    bool isCut = false;                   ///< There were more.
};

/// The network namespaces of a process' threads that are not its first thread's: setns(2) and
/// unshare(2) move one thread alone. Takes a system call per thread, and three if there is only
/// one.
///
/// @param limit  Most threads that are asked.
/// @return Without the threads that may not be read.
[[nodiscard]] ThreadNamespaces threadNamespacesOf(int procFd, std::uint32_t pid, std::size_t limit);

}  // namespace quaywatch::linux_backend
