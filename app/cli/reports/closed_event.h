// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/socket_events.h"

#include <chrono>

namespace quaywatch::cli {

/// When the socket closed, if that is known; otherwise when that was found.
[[nodiscard]] inline std::chrono::system_clock::time_point timeOf(
    const SocketEvent& event, std::chrono::system_clock::time_point found)
{
    return event.closing != nullptr ? event.closing->at : found;
}

/// The socket with the final counters if it is closed.
[[nodiscard]] inline const SocketRecord& finalSocket(const SocketEvent& event)
{
    return event.closing != nullptr ? event.closing->socket : *event.socket;
}

}  // namespace quaywatch::cli
