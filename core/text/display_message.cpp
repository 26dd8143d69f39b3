// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/text/display_message.h"

#include "core/message/message_list.h"
#include "core/text/display_text.h"

#include <utility>

namespace quaywatch {
namespace {

MessageArgument displayArgument(const MessageArgument& argument)
{
    if (const auto* const text = std::get_if<std::string>(&argument.value)) {
        return displayText(*text);
    }
    const auto* const message = std::get_if<Message>(&argument.value);
    return message != nullptr ? MessageArgument(displayMessage(*message)) : argument;
}

}  // namespace

Message displayMessage(const Message& message)
{
    if (!message.hasId()) {
        return displayText(message.english());
    }
    std::vector<MessageArgument> arguments;
    for (const MessageArgument& argument : message.arguments()) {
        arguments.push_back(displayArgument(argument));
    }
    return {message.id(), std::move(arguments)};
}

}  // namespace quaywatch
