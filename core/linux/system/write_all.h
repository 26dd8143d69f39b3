// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace quaywatch::linux_backend {

/// Writes all of it, on any thread. Goes on after a signal, and waits for a descriptor that another
/// program has made non-blocking.
///
/// @return 0, or the errno that stopped it (write(2)); then an unknown part of the text is written.
[[nodiscard]] int writeAll(int descriptor, std::string_view bytes) noexcept;

}  // namespace quaywatch::linux_backend
