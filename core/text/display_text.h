// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quaywatch {

/// A stranger's bytes (a process name, a command line, a path) made fit to be shown: valid UTF-8
/// without control, format (bidi, zero width) or line characters. What is not fit is written
/// out: a byte that is no UTF-8 as \xNN, a character as \uNNNN or \u{NNNNN} (\n, \r, \t and \e by
/// name). So are blanks that only look like one, private use characters, and combining marks that
/// stand alone or pile up. Longer text is cut at a character and ends in "…".
///
/// Printable ASCII is unchanged, a backslash too: unit names hold many ("dev-sda\x2dpart1"). The
/// text is for reading and cannot be turned back into the bytes; JSON has those.
///
/// @param limit  Most bytes of the result, the ellipsis included.
[[nodiscard]] std::string displayText(std::string_view bytes, std::size_t limit = 512);

/// The same without a cut.
[[nodiscard]] std::string fullDisplayText(std::string_view bytes);

/// Columns the text takes in a terminal (East Asian wide characters take two, combining marks
/// none). The text must have come from displayText().
[[nodiscard]] std::size_t displayWidth(std::string_view text) noexcept;

/// The text cut at a character to at most `columns`, the last of them "…" if something was cut.
/// The text must have come from displayText().
[[nodiscard]] std::string cutToWidth(std::string_view text, std::size_t columns);

}  // namespace quaywatch
