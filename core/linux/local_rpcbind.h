// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/linux/system/unique_fd.h"

#include <cstdint>
#include <string>

namespace quaywatch::linux_backend {

/// Whether the user is root or the account that rpcbind runs as ("_rpc" in Debian, "rpc"
/// elsewhere). The name service is asked on another thread; if it does not answer in time, the
/// result is false.
[[nodiscard]] bool isRpcbindUser(std::uint32_t uid);

/// Connects to the system's rpcbind through its socket in the file system, without blocking.
///
/// @param path  For tests.
/// @return The connected, non-blocking socket; NotFound if no socket is known to be the system's
///         (see queryRpcbind()); other errors as of connect().
[[nodiscard]] Result<UniqueFd> connectLocalRpcbind(const std::string& path = "/run/rpcbind.sock");

}  // namespace quaywatch::linux_backend
