// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What a row of the kernel's tables is in our terms: its key and its state.

#pragma once

#include "core/linux/tables/diag_row.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// Where a row of the kernel's stands in the order of SocketKey.
[[nodiscard]] SocketKey keyOf(const DiagRow& row, std::uint64_t networkNamespace) noexcept;

/// The state in our words; empty for a value no kernel is known to send.
[[nodiscard]] std::optional<SocketState> stateOf(const DiagRow& row) noexcept;

}  // namespace quaywatch::linux_backend
