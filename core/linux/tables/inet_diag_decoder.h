// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/linux/tables/diag_row.h"

#include <cstddef>
#include <optional>
#include <span>

namespace quaywatch::linux_backend {

/// Decodes the payload of one SOCK_DIAG_BY_FAMILY message: struct inet_diag_msg and its attributes
/// (<linux/inet_diag.h>, sock_diag(7)). Pure; reads nothing beyond `payload`.
///
/// An attribute that is too short is skipped and the others are kept: newer kernels lengthen
/// tcp_info, older ones lack attributes.
///
/// @param payload   The bytes that follow the nlmsghdr, aligned to 4 bytes.
/// @param protocol  The protocol of the query. An INET_DIAG_PROTOCOL attribute in the message, as
///                  in a close event, overrides it.
/// @return Empty if the fixed part is cut short or its family is neither IPv4 nor IPv6.
[[nodiscard]] std::optional<DiagRow> decodeInetDiag(std::span<const std::byte> payload,
                                                    std::uint8_t protocol) noexcept;

}  // namespace quaywatch::linux_backend
