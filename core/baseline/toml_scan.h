// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/baseline/baseline_error.h"

#include <optional>
#include <string_view>

namespace quaywatch {

/// Checks the text of an expected.toml before the TOML library reads it, and finds the first syntax
/// that the library must not read: its versions 3.3 and 3.4 assume that some inputs cannot occur
/// ("[[[", "[é]", "[}", "1979-05-27 0"); their behavior is undefined for these.
///
/// A text that passes has the structure of TOML 1.0 (https://toml.io/en/v1.0.0): lines of headers,
/// keys and values, closed brackets and quotes, only ASCII outside of quotes and comments, lists
/// and inline tables at most four deep, lines of at most 32 KiB and 250 dots. It can still be
/// invalid TOML: the content of quotes and comments (escapes, control characters, UTF-8), numbers,
/// dates and duplicate keys are left to the library, which reports their errors correctly. Of valid
/// TOML, only the following is refused: deeper nesting, longer lines or lines with more dots, a
/// number of more than 100 characters, and a non-ASCII character at the beginning of the line after
/// a line that ends in a backslash.
///
/// A byte order mark at the beginning is skipped, as the library does, and has no column.
///
/// @return The position and one sentence; empty if the library may read the text. Never throws
///         because of a text's content; its run time depends only on the size of the text.
[[nodiscard]] std::optional<BaselineError> findUnsafeSyntax(std::string_view text);

}  // namespace quaywatch
