// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// What a /proc/net table held.
struct ProcNetTable {
    std::vector<DiagRow> rows;
    std::size_t unreadableLines = 0;  ///< Lines that are no row, the heading aside.
};

/// Parses the text of /proc/net/tcp, tcp6, udp or udp6 (proc(5); net/ipv4/tcp_ipv4.c prints it:
/// addresses as 32-bit words of the machine's own byte order in hex). Pure.
///
/// @param family    AF_INET or AF_INET6: how long its addresses are.
/// @param protocol  IPPROTO_TCP or IPPROTO_UDP.
[[nodiscard]] ProcNetTable parseProcNet(std::string_view text, std::uint8_t family,
                                        std::uint8_t protocol);

}  // namespace quaywatch::linux_backend
