// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/core_text.h"

#include "app/text/qt_text.h"
#include "app/text/time_text.h"

#include <QCoreApplication>

namespace quaywatch {
namespace {

std::string translated(const Message& message)
{
    return render(
        message, [](MessageId id) { return CoreText::text(id).toStdString(); },
        [](MessageArgument::Moment moment) { return dateAndTime(moment).toStdString(); });
}

}  // namespace

QString CoreText::of(const Message& message, std::size_t limit)
{
    return plainText(translated(message), limit);
}

QString CoreText::whole(const Message& message)
{
    return fullPlainText(translated(message));
}

QString CoreText::text(MessageId id)
{
    // Both are literals, so that a NUL follows them.
    return QCoreApplication::translate("quaywatch::CoreText", sourceText(id).data(),
                                       token(id).data());
}

}  // namespace quaywatch
