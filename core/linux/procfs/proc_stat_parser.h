// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/process_info.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quaywatch::linux_backend {

/// The fields of /proc/PID/stat that this program uses.
struct ProcStat {
    std::uint32_t pid = 0;
    std::string_view comm;  ///< A view into the parsed text.
    char state = '?';       ///< 'R', 'S', 'Z' (has ended, not yet reaped), ...
    std::uint32_t parentPid = 0;
    std::optional<std::uint32_t> session;  ///< Empty for a process that has ended ("-1").
    bool isKernelThread = false;
    std::uint64_t startTime = 0;  ///< Clock ticks since boot.
    /// It ends: it has given up its memory, and so its program, but perhaps not its descriptors
    /// yet.
    bool isExiting = false;

    [[nodiscard]] bool hasEnded() const noexcept
    {
        return state == 'Z' || state == 'X' || isExiting;
    }
};

/// Parses /proc/PID/stat. The process chooses the name in it, which may contain blanks, parentheses
/// and line ends; the later fields do not.
/// @return Empty for any other text.
[[nodiscard]] std::optional<ProcStat> parseProcStat(std::string_view text) noexcept;

/// The state as shown to users: proc(5), /proc/PID/stat, field 3. Empty for a process that runs or
/// sleeps, and for unknown letters.
[[nodiscard]] std::optional<ProcessState> processStateOf(const ProcStat& stat) noexcept;

}  // namespace quaywatch::linux_backend
