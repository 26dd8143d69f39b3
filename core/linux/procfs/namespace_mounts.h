// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Network namespaces that are mounted at a path, as `ip netns add` and Docker do it: they stay
/// when no process is in them. Any user may read which there are (proc_pid_mountinfo(5)).

#pragma once

#include "core/linux/system/unique_fd.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// A mounted network namespace.
struct NamespaceMount {
    std::uint64_t inode = 0;
    std::string path;  ///< Untrusted text; empty if the path no longer leads to it.

    friend bool operator==(const NamespaceMount&, const NamespaceMount&) = default;
};

/// The network namespaces among the mounts of a mountinfo file, or of whole lines of it. Pure.
[[nodiscard]] std::vector<NamespaceMount> parseNamespaceMounts(std::string_view mountInfo);

/// Whether ip(8) made it, in the folder of ip-netns(8).
[[nodiscard]] bool isNamed(const NamespaceMount& mount);

/// The command that lists the sockets of this namespace, without the right that it needs; empty if
/// it has no path.
[[nodiscard]] std::string listCommandIn(const NamespaceMount& mount);

/// The mounted network namespaces, kept from poll to poll: the kernel says whether a mount has
/// changed (poll(2) on mountinfo), and only then they are read again. For one thread at a time.
class NamespaceMounts {
public:
    /// @param proc  A directory descriptor of /proc, used here only.
    explicit NamespaceMounts(int proc);

    /// At most kMaxMounts; empty if the file may not be read. Does not block.
    [[nodiscard]] const std::vector<NamespaceMount>& read();

    static constexpr std::size_t kMaxMounts = 4096;
    static constexpr std::size_t kMaxBytes = std::size_t{32} * 1024 * 1024;

private:
    [[nodiscard]] bool hasChanged();
    void readAll();

    UniqueFd m_file;
    std::vector<NamespaceMount> m_mounts;
    bool m_hasRead = false;
};

}  // namespace quaywatch::linux_backend
