// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/isolated_text.h"

#include <QGuiApplication>

namespace quaywatch {

QString isolate(const QString& text)
{
    return text.isEmpty() ? text : QChar(0x2068) + text + QChar(0x2069);
}

QString inSentence(const QString& value)
{
    return QGuiApplication::isRightToLeft() ? isolate(value) : value;
}

}  // namespace quaywatch
