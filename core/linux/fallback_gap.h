// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <cstdint>
#include <vector>

namespace quaywatch::linux_backend {

/// How this program fares with sock_diag.
enum class SockDiagAccess : std::uint8_t {
    Open,     ///< It gets a channel; at most a kernel module is missing.
    Missing,  ///< The kernel has no sock_diag.
    Refused,  ///< A sandbox refuses it.
};

/// Tries to open a channel.
[[nodiscard]] SockDiagAccess sockDiagAccess() noexcept;

/// Replaces the gaps of single tables that were read from /proc/net instead by one gap, with a
/// remedy that can help.
///
/// @param isConfined  Whether this program runs in a container, which loads no kernel modules.
/// @param access      Called only if there is such a gap.
[[nodiscard]] std::vector<Gap> withOneFallbackGap(std::vector<Gap> gaps, bool isConfined,
                                                  SockDiagAccess (*access)() = sockDiagAccess);

}  // namespace quaywatch::linux_backend
