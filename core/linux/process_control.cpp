// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/process_control.h"
#include "core/message/message_list.h"

#include "core/linux/owners/hidden_sockets.h"
#include "core/linux/procfs/absent_process.h"
#include "core/linux/procfs/living_thread.h"
#include "core/linux/procfs/proc_numbers.h"
#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/system/errno_error.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <string>
#include <utility>

namespace quaywatch {
namespace {

using linux_backend::errnoFailure;
using linux_backend::UniqueFd;

auto ended(std::uint32_t pid)
{
    return failure(ErrorCode::NotFound, Message(MessageId::ProcessHasEnded, pid));
}

class LinuxProcess final : public ProcessHandle {
public:
    LinuxProcess(ProcessId process, UniqueFd pidFd, UniqueFd directory)
        : m_id(process)
        , m_pidFd(std::move(pidFd))
        , m_directory(std::move(directory))
    {
    }

    [[nodiscard]] ProcessId id() const noexcept override { return m_id; }
    [[nodiscard]] Result<bool> holdsSocket(std::uint64_t inode) const override;
    [[nodiscard]] Result<void> signal(ProcessSignal signal) override
    {
        return send(signal == ProcessSignal::Kill ? SIGKILL : SIGTERM);
    }
    [[nodiscard]] Result<void> checkPermission() const override { return send(0); }
    [[nodiscard]] Result<std::optional<ProcessState>> state() const override;
    [[nodiscard]] Result<bool> waitForExit(std::chrono::milliseconds limit) const override;

private:
    [[nodiscard]] Result<void> send(int number) const;

    ProcessId m_id;
    UniqueFd m_pidFd;
    UniqueFd m_directory;  ///< /proc/PID of exactly this process; reads fail once it has ended.
};

Result<bool> LinuxProcess::holdsSocket(std::uint64_t inode) const
{
    Result<bool> isHeld = linux_backend::holdsSocket(m_directory.get(), m_id.pid, inode);
    if (!isHeld) {
        return errnoFailure(isHeld.error().osCode, Message(MessageId::ReadDescriptors, m_id.pid));
    }
    return isHeld;
}

Result<void> LinuxProcess::send(int number) const
{
    // A zombie accepts signals without any effect; for the user it has ended.
    if (const Result<bool> hasEnded = waitForExit(std::chrono::milliseconds(0));
        hasEnded && *hasEnded) {
        return ended(m_id.pid);
    }
    if (syscall(SYS_pidfd_send_signal, m_pidFd.get(), number, nullptr, 0) != 0) {
        const int error = errno;
        if (error == ESRCH) {
            return ended(m_id.pid);
        }
        return errnoFailure(error, Message(MessageId::SignalProcess, m_id.pid));
    }
    return {};
}

Result<std::optional<ProcessState>> LinuxProcess::state() const
{
    linux_backend::ProcFile file(4096);
    const auto text = file.read(m_directory.get(), "stat");
    const auto stat = text ? linux_backend::parseProcStat(*text) : std::nullopt;
    if (!stat) {
        return ended(m_id.pid);
    }
    return linux_backend::processStateIn(m_directory.get(), *stat);
}

Result<bool> LinuxProcess::waitForExit(std::chrono::milliseconds limit) const
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kLongest{INT_MAX};
    const auto deadline = Clock::now() + std::clamp(limit, std::chrono::milliseconds(0), kLongest);
    for (;;) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waited{.fd = m_pidFd.get(), .events = POLLIN, .revents = 0};
        const int ready = poll(&waited, 1, static_cast<int>(std::max<decltype(left)>(left, 0)));
        if (ready >= 0) {
            return ready > 0;
        }
        if (errno != EINTR) {
            return errnoFailure(errno, Message(MessageId::WaitForProcess, m_id.pid));
        }
    }
}

/// Rejects process numbers that are never signaled, and says why.
Result<void> checkNumber(std::uint32_t pid)
{
    if (pid == 0 || pid > INT_MAX) {
        return failure(ErrorCode::NotFound, Message(MessageId::NoSuchProcess, pid));
    }
    if (pid == 1) {
        return failure(ErrorCode::PermissionDenied, Message(MessageId::InitNeverSignaled));
    }
    if (pid == static_cast<std::uint32_t>(getpid())) {
        return failure(ErrorCode::PermissionDenied, Message(MessageId::SelfNeverSignaled));
    }
    return {};
}

/// Checks that the process that has the number now is the one that was meant, and may be signaled.
Result<void> checkProcess(int directory, const ProcessId& process)
{
    linux_backend::ProcFile file(4096);
    const auto text = file.read(directory, "stat");
    if (const int error = errno; !text && (error == EMFILE || error == ENFILE)) {
        return errnoFailure(error, Message(MessageId::ReadProcess, process.pid));
    }
    const auto stat = text ? linux_backend::parseProcStat(*text) : std::nullopt;
    if (!stat || linux_backend::hasProcessEnded(directory, *stat)) {
        return ended(process.pid);
    }
    if (stat->startTime != process.startTime) {
        return failure(ErrorCode::NotFound, Message(MessageId::ProcessNumberReused, process.pid));
    }
    if (stat->isKernelThread) {
        return failure(ErrorCode::PermissionDenied,
                       Message(MessageId::KernelThreadNeverSignaled, process.pid));
    }
    return {};
}

}  // namespace

Result<std::unique_ptr<ProcessHandle>> openProcess(const ProcessId& process)
{
    // In another namespace's /proc, a number belongs to a different process than for pidfd_open().
    const Result<UniqueFd> proc = linux_backend::openOwnProc();
    if (!proc) {
        return tl::unexpected(proc.error());
    }
    if (const auto allowed = checkNumber(process.pid); !allowed) {
        return tl::unexpected(allowed.error());
    }
    // The process is opened first and compared afterwards: the descriptor keeps referring to one
    // process even if the number is reused, and the start time shows whether it is the process that
    // was meant.
    UniqueFd pidFd(static_cast<int>(syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0U)));
    if (!pidFd) {
        const int error = errno;
        // EINVAL: the number of a thread that is not a process
        if (error == ESRCH || error == EINVAL) {
            return ended(process.pid);
        }
        return errnoFailure(error, Message(MessageId::OpenProcessHandle, process.pid));
    }
    UniqueFd directory(openat(proc->get(), linux_backend::PidName(process.pid).c_str(),
                              O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory) {
        const int error = errno;
        return error == ENOENT
                   ? tl::unexpected(linux_backend::absentProcess(proc->get(), process.pid))
                   : errnoFailure(error, Message(MessageId::ReadProcess, process.pid));
    }
    if (const auto meant = checkProcess(directory.get(), process); !meant) {
        return tl::unexpected(meant.error());
    }
    return std::make_unique<LinuxProcess>(process, std::move(pidFd), std::move(directory));
}

}  // namespace quaywatch
