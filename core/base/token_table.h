// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace quaywatch {

/// Compares ASCII letters without regard to case; every other byte must be the same.
[[nodiscard]] constexpr bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    constexpr auto kLower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (kLower(a[i]) != kLower(b[i])) {
            return false;
        }
    }
    return true;
}

/// The token of an enumerator, from a table in the enum's order.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view tokenIn(const std::array<std::string_view, N>& table,
                                                 Enum value) noexcept
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? table[index] : std::string_view{};
}

/// The enumerator of a token, whatever the case of its letters; empty if the table has no such
/// token.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> parseTokenIn(
    const std::array<std::string_view, N>& table, std::string_view text) noexcept
{
    for (std::size_t i = 0; i < N; ++i) {
        if (equalsIgnoringCase(table[i], text)) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

}  // namespace quaywatch
