// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The two walks of /proc that are needed to find the owners of sockets. They use few system calls:
/// getdents64(2) for each folder and one readlinkat(2) per descriptor.

#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

struct ListedProcess {
    std::uint32_t pid = 0;
    /// The inode of its folder. If it changes under the same pid, that is another process, or the
    /// kernel has dropped the folder and created it again.
    std::uint64_t folder = 0;
};

/// All processes in /proc (threads are not listed there), ascending by pid.
/// @param procFd  A directory descriptor of /proc.
[[nodiscard]] Result<std::vector<ListedProcess>> listProcesses(int procFd);

/// Which part of the machine's processes a /proc shows.
enum class ProcVisibility : std::uint8_t {
    EveryProcess,
    OwnUser,    ///< Mounted with hidepid: other users' processes are not even listed.
    Container,  ///< Of a process namespace below the initial one.
    Foreign,    ///< Of a process namespace above this program's: see ProcNumbers.
    Nothing,    ///< This program is not visible there, or no /proc is mounted.
};

[[nodiscard]] ProcVisibility visibilityOf(int procFd);

/// The result of reading the descriptors of one process.
enum class FdScanResult : std::uint8_t {
    Read,    ///< All were read.
    Hidden,  ///< They may not be read, or an error occurred.
    Gone,    ///< The process has ended.
    /// They could not be read: this program has no descriptor left for it (ulimit -n).
    NoneLeft,
};

/// A socket in the descriptor table of a process.
struct SocketFd {
    std::uint32_t inode = 0;
    std::uint32_t descriptor = 0;

    friend auto operator<=>(const SocketFd&, const SocketFd&) = default;
};
/// The descriptor of a socket that is visible only through a thread: see scanSockets().
inline constexpr std::uint32_t kThreadOnlyFd = 0xFFFFFFFF;

/// The link count of /proc/PID/task of a process with one thread: the number of its subfolders plus
/// two (the kernel's fs/proc/base.c, proc_task_getattr()).
inline constexpr std::uint64_t kLinksOfOneThread = 3;

/// A descriptor that is an io_uring, which may hold files of its own.
struct RingDescriptor {
    std::uint32_t thread = 0;  ///< The thread whose table has it; 0 for the first thread.
    std::uint32_t descriptor = 0;

    friend auto operator<=>(const RingDescriptor&, const RingDescriptor&) = default;
};

/// The contents of a descriptor table.
struct DescriptorTable {
    /// Unordered, possibly with duplicates (a duplicated descriptor).
    std::vector<SocketFd> sockets;
    /// The lowest free numbers, ascending, at most kFreeDescriptorsKept: the next descriptor gets
    /// the first one.
    std::vector<std::uint32_t> free;
    std::vector<RingDescriptor> rings;
    std::size_t count = 0;  ///< Number of descriptors of any kind.
    int error = 0;          ///< Why they may not be read (errno), if the result is Hidden.
};

/// Appends the descriptors of the process. If its first thread has ended, the other threads' are
/// read.
[[nodiscard]] FdScanResult scanSockets(int procFd, std::uint32_t pid, DescriptorTable& table);
/// Does the same for a process whose first thread is known to have no descriptors: most such
/// processes are kernel threads.
[[nodiscard]] FdScanResult scanOtherThreads(int procFd, std::uint32_t pid, DescriptorTable& table);
inline constexpr std::size_t kFreeDescriptorsKept = 16;

/// The numbers of a process' threads, without the first.
struct ThreadList {
    FdScanResult result = FdScanResult::Read;
    std::vector<std::uint32_t> threads;
};
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
[[nodiscard]] ThreadList listOtherThreads(int processFolder, std::uint32_t pid);
/// Appends the table of the process' first thread.
[[nodiscard]] FdScanResult scanFirstThread(int processFolder, DescriptorTable& table);
/// Appends the table of one thread; the sockets' descriptors are kThreadOnlyFd.
[[nodiscard]] FdScanResult scanThread(int processFolder, std::uint32_t thread,
                                      DescriptorTable& table);

/// The type of one descriptor of a process.
enum class Descriptor : std::uint8_t { Socket, Ring, Other, Closed, Hidden };
struct FdInfo {
    Descriptor kind = Descriptor::Closed;  ///< Closed also if the process has ended.
    std::uint32_t inode = 0;               ///< Only of a socket.
};
[[nodiscard]] FdInfo inspectFd(int procFd, std::uint32_t pid, std::uint32_t descriptor);

/// How many descriptors the process has open, without reading any. Kernels before Linux 6.2 report
/// 0.
/// @return Empty if the process is not visible or has ended.
[[nodiscard]] std::optional<std::uint64_t> countDescriptors(int procFd, std::uint32_t pid);
/// Whether the kernel counts descriptors.
[[nodiscard]] bool countsDescriptors(int procFd);

/// The inode in a link text such as "socket:[12345]"; empty for any other text.
[[nodiscard]] std::optional<std::uint32_t> parseSocketLink(std::string_view link) noexcept;

}  // namespace quaywatch::linux_backend
