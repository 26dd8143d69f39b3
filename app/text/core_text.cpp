// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"

#include "app/text/bounded_text.h"
#include "app/text/isolated_text.h"
#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QGuiApplication>

#include <utility>

namespace quaywatch {
namespace {

std::string translated(const Message& message)
{
    return render(
        message, [](MessageId id) { return CoreText::text(id).toStdString(); },
        [](MessageArgument::Moment moment) { return dateAndTime(moment).toStdString(); });
}

std::string isolatedBytes(std::string_view bytes)
{
    return isolate(fullPlainText(bytes)).toStdString();
}

/// The message with its values (names, paths, commands) made safe and isolated. fullPlainText()
/// would remove the isolates, so the result must not pass through it again.
Message isolated(const Message& message)
{
    if (!message.hasId()) {
        return isolatedBytes(message.english());
    }
    std::vector<MessageArgument> arguments = message.arguments();
    for (MessageArgument& argument : arguments) {
        if (auto* const text = std::get_if<std::string>(&argument.value)) {
            *text = isolatedBytes(*text);
        } else if (auto* const inner = std::get_if<Message>(&argument.value)) {
            *inner = isolated(*inner);
        }
    }
    return {message.id(), std::move(arguments)};
}

}  // namespace

QString CoreText::of(const Message& message, std::size_t limit)
{
    const std::string text = translated(message);
    // A cut text could lose the end of an isolate.
    return message.hasId() && QGuiApplication::isRightToLeft() && text.size() <= limit
               ? bounded(fromUtf8(translated(isolated(message))))
               : plainText(text, limit);
}

QString CoreText::whole(const Message& message)
{
    return message.hasId() && QGuiApplication::isRightToLeft()
               ? fromUtf8(translated(isolated(message)))
               : fullPlainText(translated(message));
}

QString CoreText::text(MessageId id)
{
    // Both are literals, so that a NUL follows them.
    return QCoreApplication::translate("quaywatch::CoreText", sourceText(id).data(),
                                       token(id).data());
}

}  // namespace quaywatch
