// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace quaywatch::bench {

/// What the program that links this holds of memory from `operator new`: every byte that the
/// allocator gave out for it and has not got back.
[[nodiscard]] std::size_t bytesInUse() noexcept;

}  // namespace quaywatch::bench
