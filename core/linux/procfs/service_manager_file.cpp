// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/service_manager_file.h"

#include "core/linux/procfs/cgroup_path.h"
#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/system/proc_file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <string>

namespace quaywatch::linux_backend {
namespace {

constexpr std::array<const char*, 2> kPaths{"/usr/lib/systemd/systemd", "/lib/systemd/systemd"};

}  // namespace

std::span<const char* const> serviceManagerPaths() noexcept
{
    return kPaths;
}

std::optional<bool> runsServiceManager(int pidFd, std::span<const char* const> paths)
{
    struct stat executable {};
    if (fstatat(pidFd, "exe", &executable, 0) != 0) {
        return std::nullopt;
    }
    ProcFile file(4096);
    const auto link = file.readLink(pidFd, "exe");
    return std::any_of(paths.begin(), paths.end(), [&](const char* path) {
        struct stat installed {};
        if (stat(path, &installed) != 0 || installed.st_dev != executable.st_dev) {
            return false;
        }
        const bool isOlder = executable.st_nlink == 0 && executable.st_uid == 0 && link &&
                             *link == std::string(path).append(kDeletedMark);
        return installed.st_ino == executable.st_ino || isOlder;
    });
}

bool isPlacedAsManager(int pidFd)
{
    ProcFile file;
    const auto statText = file.read(pidFd, "stat");
    const auto stat = statText ? parseProcStat(*statText) : std::nullopt;
    const auto groups = file.read(pidFd, "cgroup");
    struct stat owner {};  // the effective user, whether or not the process is dumpable
    return stat && stat->parentPid == 1 && groups && fstat(pidFd, &owner) == 0 &&
           parseProcCgroup(*groups).managerOf == owner.st_uid;
}

std::optional<std::uint64_t> startTimeIn(int pidFd)
{
    ProcFile file(4096);
    const auto text = file.read(pidFd, "stat");
    const auto stat = text ? parseProcStat(*text) : std::nullopt;
    return stat ? std::optional(stat->startTime) : std::nullopt;
}

}  // namespace quaywatch::linux_backend
