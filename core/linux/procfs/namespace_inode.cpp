// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/namespace_inode.h"

#include "core/linux/procfs/living_thread.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>

namespace quaywatch::linux_backend {

std::optional<std::uint64_t> ownNetworkNamespace() noexcept
{
    struct stat status {};
    if (stat("/proc/self/ns/net", &status) != 0) {
        return std::nullopt;
    }
    return status.st_ino;
}

std::optional<std::uint64_t> networkNamespaceOf(int procFd, std::uint32_t pid)
{
    const UniqueFd folder(openat(procFd, PidName(pid).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    struct stat status {};
    if (!folder) {
        return std::nullopt;
    }
    if (fstatat(folder.get(), "ns/net", &status, 0) == 0) {
        return status.st_ino;
    }
    // If the first thread has ended, its folder has no namespaces any more.
    const UniqueFd living = errno == ENOENT ? openLivingThread(folder.get()) : UniqueFd();
    if (!living || fstatat(living.get(), "ns/net", &status, 0) != 0) {
        return std::nullopt;
    }
    return status.st_ino;
}

}  // namespace quaywatch::linux_backend
