// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/absent_process.h"

#include "core/linux/system/proc_file.h"
#include "core/message/message_list.h"

#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>

namespace quaywatch::linux_backend {
namespace {

bool isListed(int procFd, std::uint32_t pid)
{
    struct stat folder {};
    return fstatat(procFd, PidName(pid).c_str(), &folder, 0) == 0;
}

bool exists(std::uint32_t pid)
{
    return pid > 0 && pid <= INT_MAX && (kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

}  // namespace

Error absentProcess(int procFd, std::uint32_t pid)
{
    // If it is listed by now, it has just started: when it was looked up, there was none.
    if (!exists(pid) || isListed(procFd, pid)) {
        return {ErrorCode::NotFound, 0, Message(MessageId::NoSuchProcess, pid)};
    }
    // Process 1 always runs, so a /proc without it hides the processes of other users.
    const bool isHiddenByProc = !isListed(procFd, 1);
    const bool isRoot = geteuid() == 0;
    return {ErrorCode::PermissionDenied, 0,
            Message(!isHiddenByProc ? MessageId::ProcessExistsUnreadable
                    : isRoot        ? MessageId::ProcessHiddenByProc
                                    : MessageId::ProcessHiddenByProcTryRoot,
                    pid)};
}

}  // namespace quaywatch::linux_backend
