// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// The inode of this program's network namespace, which identifies it (namespaces(7)).
[[nodiscard]] std::optional<std::uint64_t> ownNetworkNamespace() noexcept;

/// The same for another process; empty if it may not be read or has ended.
[[nodiscard]] std::optional<std::uint64_t> networkNamespaceOf(int procFd, std::uint32_t pid);

}  // namespace quaywatch::linux_backend
