// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>

namespace quaywatch {

/// The smallest stack with which this program works, in bytes.
inline constexpr std::size_t kLeastStack = std::size_t{256} * 1024;

/// The limit of the stack of this program and of each of its threads, if it is below kLeastStack.
/// Call it first: a program whose stack is used up ends without a word.
[[nodiscard]] std::optional<std::size_t> tooSmallStack() noexcept;

}  // namespace quaywatch
