// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The two walks of /proc that joining sockets with processes needs, as plain as the kernel lets
/// them be: one getdents64 after the other and one readlinkat a descriptor.

#pragma once

#include "core/result.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The numbers of all processes in /proc (threads are not listed there), ascending.
/// @param procFd  A directory descriptor of /proc.
[[nodiscard]] Result<std::vector<std::uint32_t>> listProcesses(int procFd);

/// How much of the machine a /proc shows.
enum class ProcSight : std::uint8_t {
    EveryProcess,
    OwnUser,    ///< Mounted with hidepid: what others run is not even listed.
    Container,  ///< Of a process namespace below the machine's own.
};

[[nodiscard]] ProcSight sightOf(int procFd) noexcept;

/// What a look into one process' descriptors gave.
enum class FdScan : std::uint8_t {
    Read,    ///< All of them.
    Hidden,  ///< They may not, or could not, be read.
    Gone,    ///< The process has ended.
};

/// Appends the inodes of the sockets that the process holds, in no order, possibly twice (a
/// descriptor that was duplicated).
[[nodiscard]] FdScan scanSocketInodes(int procFd, std::uint32_t pid,
                                      std::vector<std::uint32_t>& inodes);

/// The inode in a link text such as "socket:[12345]"; empty for any other text.
[[nodiscard]] std::optional<std::uint32_t> parseSocketLink(std::string_view link) noexcept;

}  // namespace quaywatch::linux_backend
