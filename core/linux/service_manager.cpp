// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/service_manager.h"

#include "core/linux/procfs/service_manager_file.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <string>

namespace quaywatch {
namespace {

using namespace linux_backend;

UniqueFd openFolder(const std::string& path)
{
    return UniqueFd(open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
}

/// sd_booted(3): systemd creates the folder only where it is the init system.
bool isBootedBySystemd()
{
    struct stat folder {};
    return lstat("/run/systemd/system", &folder) == 0 && S_ISDIR(folder.st_mode);
}

}  // namespace

ServiceManager serviceManagerOf(const ProcessId& process)
{
    const UniqueFd directory = openFolder("/proc/" + std::to_string(process.pid));
    const std::optional<bool> runsSystemd =
        directory ? runsServiceManager(directory.get()) : std::nullopt;
    if (process.pid == 1) {
        // An ordinary user may not read which program process 1 runs.
        return runsSystemd.value_or(isBootedBySystemd()) ? ServiceManager::System
                                                         : ServiceManager::Init;
    }
    const bool isMeant = runsSystemd.value_or(false) && isPlacedAsManager(directory.get()) &&
                         startTimeIn(directory.get()) == process.startTime;
    return isMeant ? ServiceManager::User : ServiceManager::None;
}

}  // namespace quaywatch
