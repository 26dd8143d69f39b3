// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>

namespace quaywatch {

/// Parses the whole text as an unsigned number: digits alone, without sign or blank. Empty if the
/// text is anything else, or if the number does not fit.
template <class Number>
[[nodiscard]] std::optional<Number> parseUnsigned(std::string_view text, int base = 10) noexcept
{
    static_assert(std::is_unsigned_v<Number>);
    Number number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, base);
    return error == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

/// Does the same for a number that is at most `most`.
[[nodiscard]] inline std::optional<std::uint32_t> parseUnsignedUpTo(std::uint32_t most,
                                                                    std::string_view text) noexcept
{
    const auto number = parseUnsigned<std::uint32_t>(text);
    return number && *number <= most ? number : std::nullopt;
}

/// The text without the `unwanted` characters at its beginning and end.
[[nodiscard]] inline std::string_view strip(std::string_view text,
                                            std::string_view unwanted = " \t\r\n") noexcept
{
    const std::size_t first = text.find_first_not_of(unwanted);
    return first == std::string_view::npos
               ? std::string_view{}
               : text.substr(first, text.find_last_not_of(unwanted) + 1 - first);
}

}  // namespace quaywatch
