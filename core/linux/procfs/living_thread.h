// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// A process is its thread group. Its first thread may have ended (pthread_exit() in main) while
/// others still run: /proc/PID then shows the state 'Z', its fd/ is empty, and its exe, cmdline,
/// cwd and ns/ have no contents. /proc/PID/task/TID of a living thread has all of these (proc(5)).

#pragma once

#include "core/linux/procfs/proc_stat_parser.h"
#include "core/linux/system/proc_file.h"
#include "core/linux/system/unique_fd.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// Opens the folder (O_PATH) of a living thread other than the first one.
///
/// @param pidFd  A directory descriptor of /proc/PID; O_PATH is enough.
/// @return Empty if there is none: the process has ended, or has only its first thread.
[[nodiscard]] UniqueFd openLivingThread(int pidFd);

/// The same if the first thread has ended; empty if it has not.
///
/// @param stat  Of this /proc/PID; read if it is not given.
[[nodiscard]] UniqueFd openServingThread(int pidFd, const ProcStat& stat);
[[nodiscard]] UniqueFd openServingThread(int pidFd);

/// Whether the process of this /proc/PID and its `stat` has ended, that is, all of its threads.
[[nodiscard]] bool hasProcessEnded(int pidFd, const ProcStat& stat);

/// The state if the process is stopped, traced or a zombie: that of its first thread or, if that
/// one has ended and others have not, that of one of the others.
[[nodiscard]] std::optional<ProcessState> processStateIn(int pidFd, const ProcStat& stat);

/// The process to which the number of a process or thread belongs, from /proc/N/status.
///
/// @return Empty if no process or thread has the number, or if it is not visible.
[[nodiscard]] std::optional<std::uint32_t> processOfNumber(int procFd, std::uint32_t number,
                                                           ProcFile& file);

/// The value of the line "Tgid:" of /proc/N/status. The name above it cannot contain a line end:
/// the kernel writes it as "\n".
[[nodiscard]] std::optional<std::uint32_t> parseThreadGroup(std::string_view status) noexcept;

}  // namespace quaywatch::linux_backend
