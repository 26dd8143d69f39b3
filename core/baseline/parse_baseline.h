// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/baseline/baseline.h"
#include "core/baseline/baseline_error.h"

#include <cstddef>
#include <string_view>

namespace quaywatch {

/// Limits of a file, so that a hostile one costs little.
inline constexpr std::size_t kMaxBaselineBytes = std::size_t{1} << 20U;
inline constexpr std::size_t kMaxBaselineEntries = 2000;

/// Reads the text of a baseline. An unknown key or value is an error: a misspelt word must not make
/// more expected than the user meant. Never throws.
[[nodiscard]] tl::expected<Baseline, BaselineError> parseBaseline(
    std::string_view text, std::string_view name = "expected.toml");

}  // namespace quaywatch
