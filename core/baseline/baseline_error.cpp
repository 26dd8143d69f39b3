// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/baseline/baseline_error.h"

#include "core/message/message_list.h"

#include <fmt/format.h>

namespace quaywatch {

Message describe(const BaselineError& error, std::string_view name)
{
    std::string place(name);
    if (error.line != 0) {
        place += fmt::format(":{}", error.line);
        if (error.column != 0) {
            place += fmt::format(":{}", error.column);
        }
    }
    return Message(MessageId::Labeled, place, error.text);
}

}  // namespace quaywatch
