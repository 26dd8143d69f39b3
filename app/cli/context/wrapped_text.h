// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace quaywatch::cli {

/// A paragraph whose lines are at most `width` columns wide, each with a line end. A word that is
/// wider than a line is broken.
///
/// @param text   Safe to show.
/// @param label  Begins the first line.
/// @param indent Columns before the text of each further line; the label is padded to it.
/// @param width  0: one line, nothing is wrapped.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view label, std::size_t indent,
                                  std::size_t width);

/// Wraps each line that is too wide. Its further lines begin below its second column of text, if
/// two or more blanks set that off, otherwise a little to the right of its beginning.
/// @param width  0: nothing is wrapped.
[[nodiscard]] std::string wrappedLines(std::string_view text, std::size_t width);

}  // namespace quaywatch::cli
