// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>

#include <functional>

class QObject;

namespace quaywatch {

/// Connects to the session bus on another thread, since that may take long. Then calls `take` on
/// the thread of `receiver`. The connection that `take` gets may not be connected, for example if
/// no thread could be started. `take` is not called if `receiver` no longer exists then. Call this
/// on the thread of the application.
void withSessionBus(QObject* receiver, const std::function<void(const QDBusConnection&)>& take);

}  // namespace quaywatch
