// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quaywatch {

/// Makes untrusted bytes (a process name, a command line, a path) safe to show: valid UTF-8 without
/// control, format (bidi, zero width) or line characters. The rest is escaped: a byte that is not
/// UTF-8 as \xNN, a character as \uNNNN or \u{NNNNN} (\n, \r, \t and \e by name). Also escaped are
/// blanks other than the space, private use characters, and combining marks that stand alone or are
/// too many. Longer text is cut at a character and ends in "…".
///
/// Printable ASCII is not changed, not even a backslash: unit names contain many
/// ("dev-sda\x2dpart1"). The text is for people and cannot be converted back to the bytes; JSON
/// output has those.
///
/// @param limit  Maximum bytes of the result, including the ellipsis.
[[nodiscard]] std::string displayText(std::string_view bytes, std::size_t limit = 512);

/// Does what displayText() does, without a limit.
[[nodiscard]] std::string fullDisplayText(std::string_view bytes);

/// Terminal columns of the text (East Asian wide characters have two, combining marks none). The
/// text must come from displayText().
[[nodiscard]] std::size_t displayWidth(std::string_view text) noexcept;

/// Cuts the text at a character to at most `columns`; if something was cut, the last column is "…".
/// The text must come from displayText().
[[nodiscard]] std::string cutToWidth(std::string_view text, std::size_t columns);

}  // namespace quaywatch
