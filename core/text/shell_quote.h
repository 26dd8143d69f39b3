// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace quaywatch {

/// The word as a POSIX shell reads it back: in single quotes unless it is made of ASCII letters,
/// digits and "%+,-./:=@_" alone (POSIX.1-2017, Shell Command Language, section 2.2). Bytes are
/// kept as they are.
[[nodiscard]] std::string shellQuote(std::string_view word);

}  // namespace quaywatch
