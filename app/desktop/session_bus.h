// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>

#include <functional>

class QObject;

namespace quaywatch {

/// Connects to the session's bus, which may take long, on another thread, and calls `take` on
/// that of `receiver` with a connection that may not be connected, as where no thread may be
/// started. Not if `receiver` is gone then. Call it on the thread of the application.
void withSessionBus(QObject* receiver, const std::function<void(const QDBusConnection&)>& take);

}  // namespace quaywatch
