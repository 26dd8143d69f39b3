// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/session_bus.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace quaywatch {

void withSessionBus(QObject* receiver, std::function<void(const QDBusConnection&)> take)
{
    QThreadPool::globalInstance()->start(
        [receiver = QPointer(receiver), take = std::move(take)]() mutable {
            const QDBusConnection bus = QDBusConnection::sessionBus();
            // By way of the application: only its own thread may ask whether the receiver lives.
            QMetaObject::invokeMethod(
                qApp, [receiver = std::move(receiver), take = std::move(take), bus] {
                    if (receiver) {
                        take(bus);
                    }
                });
        });
}

}  // namespace quaywatch
