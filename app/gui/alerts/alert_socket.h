// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "core/sockets/snapshot.h"
#include "core/watch/alert.h"

#include <QString>

#include <optional>

namespace quaywatch {

/// Finds the socket of an alert in a snapshot: the same socket, otherwise the same service on the
/// same port, for example after a restart. @return Null if there is none; part of the snapshot.
[[nodiscard]] const SocketRecord* findAlertSocket(const Alert& alert, const Snapshot& snapshot);

/// What "End process" of an alert acts on: this one socket.
/// @param socket  Of findAlertSocket(); may be null.
[[nodiscard]] std::optional<EndTarget> alertEndTarget(const SocketRecord* socket);

/// A view of the window, and the filter for it.
struct AlertView {
    QString name;
    QString filter;
};
/// Where the sockets of an alert about several ports are: among the listeners if one of them
/// listens.
[[nodiscard]] AlertView alertView(const Alert& alert, const Snapshot& snapshot);

}  // namespace quaywatch
