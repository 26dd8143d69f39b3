// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

#include <cstdint>
#include <string_view>

namespace quaywatch {

/// An error in a text, and its position.
struct BaselineError {
    std::uint32_t line = 0;    ///< From 1; 0 if it is about the text as a whole.
    std::uint32_t column = 0;  ///< From 1, in characters; 0 if it is about the line as a whole.
    Message text;              ///< One sentence without a full stop; untrusted text in it is raw.
};

/// "expected.toml:12:5: there is no key 'prot'; did you mean 'protocol'?"
[[nodiscard]] Message describe(const BaselineError& error, std::string_view name);

}  // namespace quaywatch
