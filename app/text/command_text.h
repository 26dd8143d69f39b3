// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/message/message.h"

#include <string>

namespace quaywatch {

/// A message of core in two parts. The terminal prints both in one sentence ("REASON; try: sudo
/// ..."); the window shows the command by itself, so that it can be copied.
struct CommandText {
    Message reason;
    std::string command;  ///< Empty if the message has none.

    /// A message without a command is the reason. Never fails.
    [[nodiscard]] static CommandText of(const Message& message);
};

}  // namespace quaywatch
