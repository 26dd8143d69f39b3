// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/namespace_inode.h"

#include "core/linux/procfs/living_thread.h"
#include "core/linux/system/directory_stream.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr nlink_t kLinksOfOneThread = 3;  // "task" itself, "." in it, and the thread's folder

std::optional<std::uint64_t> inodeAt(int folder, const std::string& path) noexcept
{
    struct stat status {};
    if (fstatat(folder, path.c_str(), &status, 0) != 0) {
        return std::nullopt;
    }
    return status.st_ino;
}

/// The threads of the process; empty if there is only one.
DirectoryStream openThreads(int procFd, std::uint32_t pid)
{
    const std::string path = std::string(PidName(pid).c_str()) + "/task";
    struct stat status {};
    if (fstatat(procFd, path.c_str(), &status, 0) != 0 || status.st_nlink == kLinksOfOneThread) {
        return nullptr;
    }
    const int tasks = openat(procFd, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DirectoryStream listing(tasks < 0 ? nullptr : fdopendir(tasks));
    if (!listing && tasks >= 0) {
        close(tasks);
    }
    return listing;
}

}  // namespace

std::optional<std::uint64_t> ownNetworkNamespace() noexcept
{
    return inodeAt(AT_FDCWD, "/proc/self/ns/net");
}

std::optional<std::uint64_t> networkNamespaceOf(int procFd, std::uint32_t pid)
{
    const std::string folder = PidName(pid).c_str();
    const auto inode = inodeAt(procFd, folder + "/ns/net");
    if (inode || errno != ENOENT) {
        return inode;
    }
    // If the first thread has ended, its folder has no namespaces any more.
    const UniqueFd process(openat(procFd, folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const UniqueFd living = process ? openLivingThread(process.get()) : UniqueFd();
    return living ? inodeAt(living.get(), "ns/net") : std::nullopt;
}

ThreadNamespaces threadNamespacesOf(int procFd, std::uint32_t pid, std::size_t limit)
{
    ThreadNamespaces found;
    const DirectoryStream threads = openThreads(procFd, pid);
    const auto first = threads ? networkNamespaceOf(procFd, pid) : std::nullopt;
    if (!first) {
        return found;
    }
    // Only this function uses the stream.
    while (const dirent* entry = readdir(threads.get())) {  // NOLINT(concurrency-mt-unsafe)
        const std::string name(&entry->d_name[0]);
        const auto thread = parseUnsigned<std::uint32_t>(name);
        if (!thread || *thread == pid) {
            continue;
        }
        if (found.count == limit) {
            found.isCut = true;
            break;
        }
        ++found.count;
        const auto inode = inodeAt(dirfd(threads.get()), name + "/ns/net");
        const auto isSame = [&](const ThreadNamespace& each) { return each.inode == inode; };
        if (inode && inode != first &&
            std::none_of(found.others.begin(), found.others.end(), isSame)) {
            found.others.push_back({*thread, *inode});
        }
    }
    return found;
}

}  // namespace quaywatch::linux_backend
