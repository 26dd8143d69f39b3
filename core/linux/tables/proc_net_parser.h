// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace quaywatch::linux_backend {

/// The contents of a /proc/net table.
struct ProcNetTable {
    std::vector<DiagRow> rows;
    std::size_t unreadableLines = 0;  ///< Lines that are not valid rows, without the heading.
};

/// Parses the text of /proc/net/tcp, tcp6, udp or udp6 (proc(5); net/ipv4/tcp_ipv4.c prints it:
/// addresses as 32-bit words in the machine's own byte order, in hexadecimal). Pure.
///
/// @param family    AF_INET or AF_INET6: determines the length of the addresses.
/// @param protocol  IPPROTO_TCP or IPPROTO_UDP.
[[nodiscard]] ProcNetTable parseProcNet(std::string_view text, std::uint8_t family,
                                        std::uint8_t protocol);

}  // namespace quaywatch::linux_backend
