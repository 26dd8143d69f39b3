// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quaywatch {

/// A process, safe against the reuse of its number.
struct ProcessId {
    std::uint32_t pid = 0;
    std::uint64_t startTime = 0;  ///< As the kernel counts it (Linux: clock ticks since boot).

    friend auto operator<=>(const ProcessId&, const ProcessId&) = default;
};

/// A state in which a process does not run, and that explains why it answers nobody.
enum class ProcessState : std::uint8_t {
    Stopped,  ///< By a signal (Ctrl+Z, SIGSTOP): it keeps SIGTERM until it is continued.
    Tracing,  ///< Held by a debugger or tracer; SIGTERM waits likewise.
    Zombie,   ///< It has ended, and its parent has not taken note of it.
};

[[nodiscard]] std::string_view token(ProcessState state) noexcept;  ///< "stopped"

/// What the poll knows of a process. All text is a stranger's: raw bytes as the system gave them,
/// not checked for UTF-8 or control characters. Put it through displayText() before it is shown.
struct ProcessInfo {
    ProcessId id;
    std::optional<std::uint32_t> parentPid;
    /// The number of the session (setsid(2)) that it is in, which a process gets from its parent or
    /// makes for itself and never enters; 0 for one that began outside our PID namespace.
    std::optional<std::uint32_t> session;
    /// argv[0]'s base name if it resolves to the executable, else the executable's base name,
    /// else comm.
    std::string name;
    std::string comm;                ///< The kernel's own name: 15 bytes, settable by the process.
    std::optional<std::string> exe;  ///< Absolute path, without a " (deleted)" mark.
    bool isExeDeleted = false;
    /// There is an executable, and its path is too long to be read: exe is empty.
    bool isExePathTooLong = false;
    /// Of a deleted executable: whether another file is at its path now, as after an upgrade or a
    /// build. Empty where that was not looked for (see process_reader).
    std::optional<bool> isExeReplaced;
    std::vector<std::string> command;
    /// For node, python, java and their like: what they run, e.g. "server.js".
    std::optional<std::string> script;
    std::optional<std::string> workingDirectory;  ///< Read for interpreters only.
    std::optional<std::uint32_t> uid;
    std::optional<std::string> user;
    std::optional<std::string> unit;  ///< systemd unit, e.g. "ssh.service".
    /// Whose own systemd (systemctl --user) the unit belongs to; empty: the system's, or no unit.
    std::optional<std::uint32_t> unitManagerUid;
    std::optional<std::string> container;  ///< e.g. "docker:0123456789ab".
    std::optional<std::chrono::system_clock::time_point> startedAt;
    std::optional<ProcessState> state;  ///< Empty for one that runs, sleeps or waits.

    friend bool operator==(const ProcessInfo&, const ProcessInfo&) = default;
};

/// Shared between snapshots: a process that did not change is the same object in both.
using ProcessPtr = std::shared_ptr<const ProcessInfo>;

}  // namespace quaywatch
