// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/session_bus.h"

#include "core/base/job_thread.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace quaywatch {

namespace {

using Take = std::function<void(const QDBusConnection&)>;

/// The one that joins, QtDBus' own, and one to spare. QtDBus waits for its thread for ever, whether
/// or not it could be started.
constexpr std::size_t kThreadsOfTheBus = 3;

/// Closed by the thread of the application before the application goes.
struct Gate {
    std::mutex mutex;
    bool isOpen = true;
};

void deliver(const QPointer<QObject>& receiver, const Take& take, const QDBusConnection& bus)
{
    // By way of the application: only its own thread may ask whether the receiver lives.
    QMetaObject::invokeMethod(
        qApp,
        [receiver, take, bus] {
            if (receiver) {
                take(bus);
            }
        },
        Qt::QueuedConnection);
}

void join(const std::shared_ptr<Gate>& gate, const QPointer<QObject>& receiver, const Take& take)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const std::lock_guard lock(gate->mutex);
    if (gate->isOpen) {
        deliver(receiver, take, bus);
    }
}

}  // namespace

void withSessionBus(QObject* receiver, const Take& take)
{
    const QPointer pointer(receiver);
    const auto gate = std::make_shared<Gate>();
    QObject::connect(receiver, &QObject::destroyed, [gate] {
        const std::lock_guard lock(gate->mutex);
        gate->isOpen = false;
    });
    try {
        if (canStartThreads(kThreadsOfTheBus)) {
            // Not waited for at the end: a bus that does not answer may hold it for long.
            std::thread([gate, pointer, take] { join(gate, pointer, take); }).detach();
            return;
        }
    } catch (const std::system_error&) {
        // No more threads allowed.
    }
    deliver(pointer, take, QDBusConnection(QString()));
}

}  // namespace quaywatch
