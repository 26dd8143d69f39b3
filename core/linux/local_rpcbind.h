// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/system/unique_fd.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quaywatch::linux_backend {

/// Whether the user is root or rpcbind's own ("_rpc" in Debian, "rpc" elsewhere). The name is asked
/// of the name service aside: one that is not known in time is nobody's.
[[nodiscard]] bool isRpcbindUser(std::uint32_t uid);

/// Whether the text of /proc/net/unix, which shows the sockets of one network namespace, has a
/// socket that listens at the path, or at the same below /var.
[[nodiscard]] bool isListeningAt(std::string_view procNetUnix, std::string_view path);

/// Connects to the system's rpcbind through its socket in the file system, without blocking.
///
/// @param path  For tests.
/// @return The connected, non-blocking socket; NotFound where there is none that is known to be the
///         system's (see queryRpcbind()); other errors as of connect().
[[nodiscard]] Result<UniqueFd> connectLocalRpcbind(const std::string& path = "/run/rpcbind.sock");

}  // namespace quaywatch::linux_backend
