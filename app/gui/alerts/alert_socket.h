// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "core/sockets/snapshot.h"
#include "core/watch/alert.h"

#include <optional>

namespace quaywatch {

/// Finds the socket of an alert in a snapshot: the same socket, otherwise the same service on the
/// same port, for example after a restart. @return Null if there is none; part of the snapshot.
[[nodiscard]] const SocketRecord* findAlertSocket(const Alert& alert, const Snapshot& snapshot);

/// What "End process" of an alert acts on: this one socket.
/// @param socket  Of findAlertSocket(); may be null.
[[nodiscard]] std::optional<EndTarget> alertEndTarget(const SocketRecord* socket);

}  // namespace quaywatch
