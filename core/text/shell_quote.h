// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace quaywatch {

/// The word in a form that a POSIX shell reads back as the same word: in single quotes unless it
/// consists only of ASCII letters, digits and "%+,-./:=@_" (POSIX.1-2017, Shell Command Language,
/// section 2.2). Bytes are not changed.
[[nodiscard]] std::string shellQuote(std::string_view word);

}  // namespace quaywatch
