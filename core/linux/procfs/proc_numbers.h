// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the numbers of processes in a /proc mean: it shows those of the process namespace it was
/// mounted for, while pidfd_open(2), kcmp(2) and the like take those of this program's own. Where
/// the two are not one, a number means one process in /proc and another to the kernel
/// (`unshare --pid --fork` without --mount-proc, `nsenter --pid` without --mount).

#pragma once

#include "core/base/result.h"
#include "core/linux/system/unique_fd.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace quaywatch::linux_backend {

enum class ProcNumbers : std::uint8_t {
    Own,      ///< Those of this program's process namespace.
    Foreign,  ///< Of a namespace above it: this program is in it under another number.
    None,     ///< No /proc, or one in which this program cannot be seen.
};

/// @param procFd  A directory descriptor of /proc; O_PATH is enough.
[[nodiscard]] ProcNumbers numbersIn(int procFd);

/// How many numbers the line "NSpid:" of /proc/self/status has: one for each process namespace
/// from that of the /proc down to the process' own. 0 without such a line, as of a kernel without
/// process namespaces.
[[nodiscard]] std::size_t countNamespaces(std::string_view status) noexcept;

/// Opens /proc for somebody who goes by the numbers in it.
/// @return Unsupported where they are not this program's own; SystemError where no more files may
/// be open.
[[nodiscard]] Result<UniqueFd> openOwnProc();

}  // namespace quaywatch::linux_backend
