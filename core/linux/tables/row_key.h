// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Conversion of a row of the kernel's tables into this program's types: its key and its state.

#pragma once

#include "core/linux/tables/diag_row.h"
#include "core/sockets/socket_record.h"

#include <cstdint>
#include <optional>

namespace quaywatch::linux_backend {

/// The key of the row's socket.
[[nodiscard]] SocketKey keyOf(const DiagRow& row, std::uint64_t networkNamespace) noexcept;

/// The state of the row's socket; empty for a value that no kernel is known to send.
[[nodiscard]] std::optional<SocketState> stateOf(const DiagRow& row) noexcept;

}  // namespace quaywatch::linux_backend
