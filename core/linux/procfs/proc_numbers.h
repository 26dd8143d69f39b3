// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The meaning of process numbers in a /proc. It shows the numbers of the process namespace for
/// which it was mounted, while pidfd_open(2), kcmp(2) and similar calls use those of this program's
/// own namespace. If the two differ, a number refers to one process in /proc and to another in
/// system calls (`unshare --pid --fork` without --mount-proc, `nsenter --pid` without --mount).

#pragma once

#include "core/base/result.h"
#include "core/linux/system/unique_fd.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quaywatch::linux_backend {

enum class ProcNumbers : std::uint8_t {
    Own,      ///< Numbers of this program's process namespace.
    Foreign,  ///< Numbers of a namespace above it, in which this program has another number.
    None,     ///< No /proc, or one in which this program is not visible.
};

/// @param procFd  A directory descriptor of /proc; O_PATH is enough.
[[nodiscard]] ProcNumbers numbersIn(int procFd);

/// How many numbers the line "NSpid:" of /proc/self/status has: one for each process namespace from
/// that of the /proc down to the process' own. 0 if there is no such line, as in a kernel without
/// process namespaces.
[[nodiscard]] std::size_t countNamespaces(std::string_view status) noexcept;

/// Opens /proc for callers that use its process numbers in system calls.
/// @return Unsupported if they are not the numbers of this program's namespace; SystemError if no
///         more files may be open.
[[nodiscard]] Result<UniqueFd> openOwnProc();

}  // namespace quaywatch::linux_backend
