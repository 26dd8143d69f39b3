// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"
#include "core/filter/filter_lexer.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace quaywatch {

/// The numbers from `first` to `last`, both included.
struct NumberRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// The numbers and ranges in a list of values, such as "80,600-1023".
/// @param most    The highest number that is allowed.
/// @param ifNone  The error for a text that is not such a number.
[[nodiscard]] tl::expected<std::vector<NumberRange>, FilterError> parseRanges(
    const std::vector<FilterValue>& values, std::uint32_t most, MessageId ifNone);

[[nodiscard]] inline bool isInRanges(const std::vector<NumberRange>& ranges,
                                     std::uint32_t number) noexcept
{
    return std::any_of(ranges.begin(), ranges.end(), [number](const NumberRange& range) {
        return range.first <= number && number <= range.last;
    });
}

}  // namespace quaywatch
