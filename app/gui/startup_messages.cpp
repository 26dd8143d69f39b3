// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/startup_messages.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QMessageLogContext>
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSystemFailed = 4;

/// A message handler has no argument of its own.
QtMessageHandler& handlerBefore()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtFatalMsg) {
        std::fputs(
            "quaywatch: the display cannot be used (see DISPLAY, WAYLAND_DISPLAY and "
            "QT_QPA_PLATFORM); `quaywatch-cli list` shows the same in a terminal\n",
            stderr);
        std::_Exit(kSystemFailed);
    }
    // The details before the fatal message.
    if (QLatin1StringView(context.category).startsWith("qt.qpa"_L1)) {
        return;
    }
    handlerBefore()(type, context, text);
}

}  // namespace

StartupMessages::StartupMessages()
{
    handlerBefore() = qInstallMessageHandler(handle);
}

StartupMessages::~StartupMessages()
{
    qInstallMessageHandler(handlerBefore());
}

}  // namespace quaywatch
