// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/linux/procfs/proc_numbers.h"

#include "core/linux/system/errno_error.h"
#include "core/linux/system/proc_file.h"
#include "core/message/message_list.h"
#include "core/text/text_scan.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace quaywatch::linux_backend {

ProcNumbers numbersIn(int procFd)
{
    struct statfs system {};
    ProcFile file;
    const auto link = file.readLink(procFd, "self");
    if (!link || fstatfs(procFd, &system) != 0 || system.f_type != PROC_SUPER_MAGIC) {
        return ProcNumbers::None;
    }
    // This program may have the same number in two namespaces by chance, so that a match alone
    // proves nothing.
    const bool isSameNumber =
        parseUnsigned<std::uint32_t>(*link) == static_cast<std::uint32_t>(getpid());
    const auto status = file.read(procFd, "self/status");
    if (!status) {
        return ProcNumbers::None;
    }
    return isSameNumber && countNamespaces(*status) <= 1 ? ProcNumbers::Own : ProcNumbers::Foreign;
}

std::size_t countNamespaces(std::string_view status) noexcept
{
    // The name above it cannot contain a line end: the kernel writes it as "\n".
    constexpr std::string_view kKey = "\nNSpid:";
    const auto at = status.find(kKey);
    if (at == std::string_view::npos) {
        return 0;
    }
    status.remove_prefix(at + kKey.size());
    status = status.substr(0, status.find('\n'));
    return static_cast<std::size_t>(std::count(status.begin(), status.end(), '\t'));
}

Result<UniqueFd> openOwnProc()
{
    UniqueFd proc(open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!proc && errno != ENOENT) {
        return errnoFailure(errno, Message(MessageId::OpenFile, "/proc"));
    }
    errno = 0;
    switch (proc ? numbersIn(proc.get()) : ProcNumbers::None) {
        case ProcNumbers::Own:
            return proc;
        case ProcNumbers::Foreign:
            return failure(ErrorCode::Unsupported,
                           Message(geteuid() == 0 ? MessageId::RunAsRootWithOwnProc
                                                  : MessageId::RunWithOwnProc));
        case ProcNumbers::None:
            break;
    }
    if (errno == EMFILE || errno == ENFILE) {
        return errnoFailure(
            errno, Message(MessageId::ReadFile, "/proc/self"));  // This error is not about /proc.
    }
    return failure(ErrorCode::Unsupported, Message(MessageId::ProcNotMounted));
}

}  // namespace quaywatch::linux_backend
