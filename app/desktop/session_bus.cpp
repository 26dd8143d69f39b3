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

/// The thread that joins the bus, the thread of QtDBus, and a spare one. QtDBus waits for its
/// thread forever, even if it could not be started.
constexpr std::size_t kThreadsOfTheBus = 3;

/// Closed by the application's thread before the application object is destroyed.
struct Gate {
    std::mutex mutex;
    bool isOpen = true;
};

void deliver(const QPointer<QObject>& receiver, const Take& take, const QDBusConnection& bus)
{
    // Through the application object: only its own thread may check whether the receiver still
    // exists.
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
            // Detached, so that nothing waits for it at exit: a bus that does not answer may block
            // it for long.
            std::thread([gate, pointer, take] { join(gate, pointer, take); }).detach();
            return;
        }
    } catch (const std::system_error&) {
        // No more threads allowed.
    }
    deliver(pointer, take, QDBusConnection(QString()));
}

}  // namespace quaywatch
