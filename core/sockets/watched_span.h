// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <chrono>

namespace quaywatch {

/// Whether the interval between two polls counts as watched: it is at most two minutes, or at most
/// twice the one before. In a longer one the machine slept or the program was paused, so it is not
/// known what happened in it.
[[nodiscard]] constexpr bool isWatchedSpan(std::chrono::system_clock::duration span,
                                           std::chrono::system_clock::duration before) noexcept
{
    constexpr std::chrono::minutes kLongestSpan{2};
    return span <= std::max<std::chrono::system_clock::duration>(kLongestSpan, 2 * before);
}

}  // namespace quaywatch
