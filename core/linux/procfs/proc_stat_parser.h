// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/process_info.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// What we use of /proc/PID/stat.
struct ProcStat {
    std::uint32_t pid = 0;
    std::string_view comm;  ///< A view into the text that was parsed.
    char state = '?';       ///< 'R', 'S', 'Z' (has ended, not yet reaped), ...
    std::uint32_t parentPid = 0;
    std::optional<std::uint32_t> session;  ///< Empty of one that has ended ("-1").
    bool isKernelThread = false;
    std::uint64_t startTime = 0;  ///< Clock ticks since boot.

    [[nodiscard]] bool hasEnded() const noexcept { return state == 'Z' || state == 'X'; }
};

/// Parses /proc/PID/stat. The name in it is the process' own choice and may hold blanks,
/// parentheses and line ends; nothing after it does.
/// @return Empty for any other text.
[[nodiscard]] std::optional<ProcStat> parseProcStat(std::string_view text) noexcept;

/// What is told of the state: proc(5), /proc/PID/stat, field 3. Empty for a process that runs or
/// sleeps, and for letters that we do not know.
[[nodiscard]] std::optional<ProcessState> processStateOf(const ProcStat& stat) noexcept;

}  // namespace quaywatch::linux_backend
