// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The two walks of /proc that joining sockets with processes needs, as plain as the kernel lets
/// them be: one getdents64 after the other and one readlinkat a descriptor.

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
    /// Of its folder: another one under the same pid means another process, or that the kernel
    /// forgot the folder and made it anew.
    std::uint64_t folder = 0;
};

/// All processes in /proc (threads are not listed there), ascending by pid.
/// @param procFd  A directory descriptor of /proc.
[[nodiscard]] Result<std::vector<ListedProcess>> listProcesses(int procFd);

/// How much of the machine a /proc shows.
enum class ProcVisibility : std::uint8_t {
    EveryProcess,
    OwnUser,    ///< Mounted with hidepid: what others run is not even listed.
    Container,  ///< Of a process namespace below the machine's own.
    Foreign,    ///< Of a process namespace above this program's: see ProcNumbers.
    Nothing,    ///< No /proc of ours is mounted there: not even this program is in it.
};

[[nodiscard]] ProcVisibility visibilityOf(int procFd);

/// What a look into one process' descriptors gave.
enum class FdScanResult : std::uint8_t {
    Read,    ///< All of them.
    Hidden,  ///< They may not, or could not, be read.
    Gone,    ///< The process has ended.
    /// They could not be read: this program has no descriptor left for it (ulimit -n).
    NoneLeft,
};

/// A socket in a process' hands.
struct SocketFd {
    std::uint32_t inode = 0;
    std::uint32_t descriptor = 0;

    friend auto operator<=>(const SocketFd&, const SocketFd&) = default;
};
/// The descriptor of a socket that can be seen through a thread only: see scanSockets().
inline constexpr std::uint32_t kThreadOnlyFd = 0xFFFFFFFF;

/// A descriptor that is an io_uring, which may hold files of its own.
struct RingDescriptor {
    std::uint32_t thread = 0;  ///< In whose table it is; 0 for the first thread.
    std::uint32_t descriptor = 0;

    friend auto operator<=>(const RingDescriptor&, const RingDescriptor&) = default;
};

/// What a process holds.
struct DescriptorTable {
    /// In no order, possibly one twice (a descriptor that was duplicated).
    std::vector<SocketFd> sockets;
    /// The lowest numbers that are free, ascending, a few: what is opened next gets the first.
    std::vector<std::uint32_t> free;
    std::vector<RingDescriptor> rings;
    std::size_t count = 0;  ///< Descriptors of any kind.
};

/// Appends what the process holds. If its first thread has ended, the other threads tell.
[[nodiscard]] FdScanResult scanSockets(int procFd, std::uint32_t pid, DescriptorTable& table);
/// Does so for a process whose first thread is known to hold nothing: most are the kernel's.
[[nodiscard]] FdScanResult scanOtherThreads(int procFd, std::uint32_t pid, DescriptorTable& table);
inline constexpr std::size_t kFreeDescriptorsKept = 16;

/// The threads of a process but its first, by their numbers.
struct ThreadList {
    FdScanResult result = FdScanResult::Read;
    std::vector<std::uint32_t> threads;
};
/// @param processFolder  A directory descriptor of /proc/PID; O_PATH is enough.
[[nodiscard]] ThreadList listOtherThreads(int processFolder, std::uint32_t pid);
/// Appends what the table of the process' first thread holds.
[[nodiscard]] FdScanResult scanFirstThread(int processFolder, DescriptorTable& table);
/// Appends what the table of one thread holds, as seen through that thread.
[[nodiscard]] FdScanResult scanThread(int processFolder, std::uint32_t thread,
                                      DescriptorTable& table);

/// What one descriptor of a process is.
enum class Descriptor : std::uint8_t { Socket, Ring, Other, Closed, Hidden };
struct FdInfo {
    Descriptor kind = Descriptor::Closed;  ///< Closed also where the process has ended.
    std::uint32_t inode = 0;               ///< Of a socket.
};
[[nodiscard]] FdInfo inspectFd(int procFd, std::uint32_t pid, std::uint32_t descriptor);

/// How many descriptors the process has open, without looking at any. Kernels before Linux 6.2 say
/// 0.
/// @return Empty where the process may not be seen, or has ended.
[[nodiscard]] std::optional<std::uint64_t> countDescriptors(int procFd, std::uint32_t pid);
/// Whether the kernel counts descriptors.
[[nodiscard]] bool countsDescriptors(int procFd);

/// The inode in a link text such as "socket:[12345]"; empty for any other text.
[[nodiscard]] std::optional<std::uint32_t> parseSocketLink(std::string_view link) noexcept;

}  // namespace quaywatch::linux_backend
