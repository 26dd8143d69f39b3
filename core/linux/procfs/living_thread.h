// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// A process is its thread group. Its first thread may have ended (pthread_exit() in main) while
/// others serve: /proc/PID then says 'Z', its fd/ is empty and its exe, cmdline, cwd and ns/ name
/// nothing. All that stands in /proc/PID/task/TID of a thread that lives (proc(5)).

#pragma once

#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// The folder (O_PATH) of a thread that lives, other than the first one.
///
/// @param pidFd  A directory descriptor of /proc/PID; O_PATH is enough.
/// @return Empty if there is none: the process has ended, or has but its first thread.
[[nodiscard]] UniqueFd openLivingThread(int pidFd);

/// The same where the first thread has ended; empty where it has not.
///
/// @param stat  Of this /proc/PID; read if it is not given.
[[nodiscard]] UniqueFd openServingThread(int pidFd, const ProcStat& stat);
[[nodiscard]] UniqueFd openServingThread(int pidFd);

/// Whether the process of this /proc/PID and its `stat` has ended: all its threads have.
[[nodiscard]] bool hasProcessEnded(int pidFd, const ProcStat& stat);

/// Whether the process is stopped, traced or a zombie: as its first thread is, or, where that one
/// has ended and others have not, as one of those.
[[nodiscard]] std::optional<ProcessState> processStateIn(int pidFd, const ProcStat& stat);

/// The process that the number of a process or thread belongs to, from /proc/N/status.
///
/// @return Empty if nothing has the number, or it may not be seen.
[[nodiscard]] std::optional<std::uint32_t> processOfNumber(int procFd, std::uint32_t number,
                                                           ProcFile& file);

/// The line "Tgid:" of /proc/N/status. The name above it cannot hold a line end: the kernel writes
/// it as "\n".
[[nodiscard]] std::optional<std::uint32_t> parseThreadGroup(std::string_view status) noexcept;

}  // namespace quaywatch::linux_backend
