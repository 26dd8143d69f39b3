// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace quaywatch::linux_backend {

/// Writes all bytes, on any thread. Continues after a signal, and waits if another program has made
/// the descriptor non-blocking.
///
/// @return 0, or the errno that stopped it (write(2)); then an unknown part of the text is written.
[[nodiscard]] int writeAll(int descriptor, std::string_view bytes) noexcept;

}  // namespace quaywatch::linux_backend
