// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/command_text.h"

#include "core/message/message_list.h"

#include <utility>
#include <variant>
#include <vector>

namespace quaywatch {

namespace {

/// The text of an argument; empty for a number.
std::string textOf(const MessageArgument& argument)
{
    if (const auto* text = std::get_if<std::string>(&argument.value)) {
        return *text;
    }
    const auto* message = std::get_if<Message>(&argument.value);
    return message != nullptr ? message->english() : std::string();
}

/// The same message without its last argument, which is the command. Advice is not a command: it
/// has an id, and remains part of the reason.
CommandText split(const Message& message, MessageId reason)
{
    std::vector<MessageArgument> arguments = message.arguments();
    const auto* advice = std::get_if<Message>(&arguments.back().value);
    if (advice != nullptr && advice->hasId()) {
        return {message, {}};
    }
    std::string command = textOf(arguments.back());
    arguments.pop_back();
    return {Message(reason, std::move(arguments)), std::move(command)};
}

}  // namespace

CommandText CommandText::of(const Message& message)
{
    if (message.arguments().empty()) {
        return {message, {}};
    }
    switch (message.id()) {
        case MessageId::OwnerHiddenTry:
            return split(message, MessageId::OwnerHidden);
        case MessageId::OwnerHiddenInUnitTry:
            return split(message, MessageId::OwnerHiddenInUnit);
        case MessageId::NoPermissionToEnd: {
            CommandText parts = split(message, MessageId::CouldNotBeEnded);
            if (parts.command.empty()) {
                return parts;
            }
            std::vector<MessageArgument> arguments = parts.reason.arguments();
            arguments.emplace_back(Message(MessageId::NotPermitted));
            return {Message(MessageId::CouldNotBeEnded, std::move(arguments)),
                    std::move(parts.command)};
        }
        case MessageId::StillHeldByHiddenTry:
            return split(message, MessageId::StillHeldByHiddenBecause);
        case MessageId::WithCommand:
            if (const auto* inner = std::get_if<Message>(&message.arguments().front().value)) {
                return {*inner, textOf(message.arguments().back())};
            }
            break;
        default:
            break;
    }
    return {message, {}};
}

}  // namespace quaywatch
