// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace quaywatch::bench {

/// The memory from `operator new` that the program linking this holds: every byte that the
/// allocator gave out and has not got back.
[[nodiscard]] std::size_t bytesInUse() noexcept;

}  // namespace quaywatch::bench
