// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace quaywatch {

/// Why a text is not a valid filter, and the position of the error.
struct FilterError {
    std::size_t position = 0;  ///< Byte offset into the text, 0-based; at most its size.
    Message message;           ///< One line, e.g. "unknown key 'prot'". Safe to show.
};

/// @param position  Byte offset in the filter's text.
[[nodiscard]] inline tl::unexpected<FilterError> filterFailure(std::size_t position,
                                                               Message message)
{
    return tl::unexpected(FilterError{position, std::move(message)});
}

/// A text from the user, in quotes for a message.
[[nodiscard]] std::string inQuotes(std::string_view text);

}  // namespace quaywatch
