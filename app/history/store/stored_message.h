// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Messages of core as the history keeps them: the English text, so that it can be searched, then
/// U+001F and a JSON object with the id and the arguments. Text from before has no such object.

#pragma once

#include "core/message/message.h"

#include <QString>
#include <string>

namespace quaywatch {

/// One line; its texts went through displayText().
/// @param limit  Cuts the English text at this number of bytes.
[[nodiscard]] std::string storedText(const Message& message, std::size_t limit);

/// Reads what storedText() wrote, or text from before. A damaged object, or an id of another
/// version, leaves the English text. Safe to show.
[[nodiscard]] Message messageFrom(const QString& stored);

}  // namespace quaywatch
