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

/// Identifies a process even if its PID is reused.
struct ProcessId {
    std::uint32_t pid = 0;
    std::uint64_t startTime = 0;  ///< In the kernel's unit (Linux: clock ticks since boot).

    friend auto operator<=>(const ProcessId&, const ProcessId&) = default;
};

/// The PID of init, which holds the sockets of units (systemd.socket(5)).
inline constexpr std::uint32_t kInitPid = 1;

/// A state in which a process does not run, which explains why it does not respond.
enum class ProcessState : std::uint8_t {
    Stopped,  ///< By a signal (Ctrl+Z, SIGSTOP): SIGTERM is pending until it continues.
    Tracing,  ///< Stopped by a debugger or tracer; SIGTERM is pending likewise.
    Zombie,   ///< It has ended, but its parent has not collected its exit status.
};

[[nodiscard]] std::string_view token(ProcessState state) noexcept;  ///< "stopped"

/// What a poll reads about a process. All text is untrusted: raw bytes from the system, not checked
/// for UTF-8 or control characters. Pass it through displayText() before showing it.
struct ProcessInfo {
    ProcessId id;
    std::optional<std::uint32_t> parentPid;
    /// Its session number (setsid(2)). A process inherits its session or creates one, and cannot
    /// join another. 0 for a session that began outside our PID namespace.
    std::optional<std::uint32_t> session;
    /// The base name of argv[0], or of the first word of a title written over it, if that resolves
    /// to the executable; otherwise the base name of the executable; otherwise comm. For a loader,
    /// the base name of what it runs, if that is known.
    std::string name;
    std::string comm;                ///< The kernel's own name: 15 bytes, settable by the process.
    std::optional<std::string> exe;  ///< Absolute path, without a " (deleted)" mark.
    bool isExeDeleted = false;
    /// The executable is a file in memory (memfd_create(2)), which never was on a disk; its path is
    /// a name that the program chose. False if that could not be checked.
    bool isExeInMemory = false;
    /// There is an executable, but its path is too long to read: exe is empty.
    bool isExePathTooLong = false;
    /// Another file, or none, has that path here: outside of containers, a process can give itself
    /// a file system in which its program has the path of any other (mount_namespaces(7)). False if
    /// that was not checked (see process_reader).
    bool isExeForeign = false;
    /// For a deleted executable: whether another file has its path now, as after an upgrade or a
    /// build. Empty if that was not checked (see process_reader).
    std::optional<bool> isExeReplaced;
    /// The executable is a loader, which runs other programs: ld.so, qemu-user, wine. `runs` is the
    /// program, an absolute path without links; empty if that is not known. It is a file that the
    /// process has mapped, not only a claim of its command line.
    bool isLoader = false;
    std::optional<std::string> runs;
    std::vector<std::string> command;
    /// For interpreters such as node, python and java: the script, e.g. "server.js".
    std::optional<std::string> script;
    std::optional<std::string> workingDirectory;  ///< Read for interpreters only.
    std::optional<std::uint32_t> uid;
    std::optional<std::string> user;
    std::optional<std::string> unit;  ///< systemd unit, e.g. "ssh.service".
    /// The user whose own systemd (systemctl --user) has the unit; empty: the system's, or no unit.
    std::optional<std::uint32_t> unitManagerUid;
    std::optional<std::string> container;  ///< e.g. "docker:0123456789ab".
    std::optional<std::chrono::system_clock::time_point> startedAt;
    std::optional<ProcessState> state;  ///< Empty for a process that runs, sleeps or waits.

    friend bool operator==(const ProcessInfo&, const ProcessInfo&) = default;
};

/// Identifies the program that a process runs: the path of its executable. For a loader, followed
/// by a blank and the path of what it runs: "/usr/bin/qemu-arm /srv/shop/server". Empty if not
/// known.
[[nodiscard]] std::string executedProgram(const ProcessInfo& process);

/// Whether the executable says which program runs. A loader, of which that is not known, may run
/// any.
[[nodiscard]] inline bool isProgramClear(const ProcessInfo& process) noexcept
{
    return !process.isLoader || process.runs.has_value();
}

/// Shared between snapshots: an unchanged process is the same object in both.
using ProcessPtr = std::shared_ptr<const ProcessInfo>;

}  // namespace quaywatch
