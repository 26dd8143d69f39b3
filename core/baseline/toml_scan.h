// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_text.h"

#include <optional>
#include <string_view>

namespace quaywatch {

/// Looks through the text of an expected.toml before the TOML library sees it, and finds the first
/// thing that the library must not see: its versions 3.3 and 3.4 assume that some inputs
/// cannot occur ("[[[", "[é]", "[}", "1979-05-27 0"), where their behavior is undefined.
///
/// What passes is built as TOML 1.0 (https://toml.io/en/v1.0.0) has it: lines of headers, keys
/// and values, brackets and quotes that close, ASCII outside of quotes and comments, lists and
/// inline tables at most four deep, lines of at most 32 KiB and 250 dots. It may still be no TOML:
/// what stands within quotes and comments (escapes, control characters, UTF-8), numbers, dates, and
/// keys that come twice are left to the library, which tells them properly. Of what TOML allows
/// these alone are refused: deeper nesting, lines that are longer or have more dots, a number of
/// more than 100 characters, and a character beyond ASCII that begins the line after a backslash at
/// a line's end.
///
/// A byte order mark at the beginning is skipped, as the library does, and takes no column.
///
/// @return Where it is and one sentence; empty if the library may read the text. Never throws for
///         what a text holds, and needs time that grows with the text alone.
[[nodiscard]] std::optional<BaselineError> findUnsafeSyntax(std::string_view text);

}  // namespace quaywatch
