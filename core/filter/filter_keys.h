// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/filter/filter_error.h"

#include <span>
#include <string_view>

namespace quaywatch {

class FilterTerm;
struct FilterToken;

/// A key of the language, for completion and help.
struct FilterKey {
    std::string_view name;                    ///< "port", written with a colon after it.
    std::string_view help;                    ///< One English line without a full stop.
    std::string_view example;                 ///< "port:600-1023"
    std::span<const std::string_view> words;  ///< The only values it accepts; empty: free text.

    /// Compiles a token with this key. Only for the parser.
    using Compile = tl::expected<FilterTerm, FilterError> (*)(const FilterToken& token,
                                                              const FilterKey& key);
    Compile compile = nullptr;
};

/// All keys, in the order in which the help shows them.
[[nodiscard]] std::span<const FilterKey> filterKeys() noexcept;

/// The key with that name, in upper or lower case; null if there is none.
[[nodiscard]] const FilterKey* findFilterKey(std::string_view name) noexcept;

}  // namespace quaywatch
