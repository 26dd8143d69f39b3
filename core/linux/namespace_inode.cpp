// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/namespace_inode.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <charconv>
#include <cstring>

namespace quaywatch::linux_backend {

std::optional<std::uint64_t> ownNetworkNamespace() noexcept
{
    struct stat status {};
    if (stat("/proc/self/ns/net", &status) != 0) {
        return std::nullopt;
    }
    return status.st_ino;
}

std::optional<std::uint64_t> networkNamespaceOf(int procFd, std::uint32_t pid) noexcept
{
    std::array<char, 32> path{};
    char* end = std::to_chars(path.data(), path.data() + 16, pid).ptr;
    std::memcpy(end, "/ns/net", 8);
    struct stat status {};
    if (fstatat(procFd, path.data(), &status, 0) != 0) {
        return std::nullopt;
    }
    return status.st_ino;
}

}  // namespace quaywatch::linux_backend
