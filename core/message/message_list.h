// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// The messages of core by name; message_table.def lists them with their texts. Not for headers:
/// Qt's moc, which reads those of the window, cannot read an enumeration in several files.

#pragma once

#include "core/message/message_id.h"

#include <cstddef>

namespace quaywatch {

// NOLINTBEGIN(cppcoreguidelines-macro-usage,bugprone-macro-parentheses): the list is used three
// times, each time in another way
enum class MessageId : std::uint16_t {
#define QUAYWATCH_MESSAGE(name, token, text) name,
#include "core/message/message_table.def"
#undef QUAYWATCH_MESSAGE
};

inline constexpr std::size_t kMessageCount = 0
#define QUAYWATCH_MESSAGE(name, token, text) +1
#include "core/message/message_table.def"
#undef QUAYWATCH_MESSAGE
    ;
// NOLINTEND(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)

}  // namespace quaywatch
