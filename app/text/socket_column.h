// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace quaywatch {

/// The columns of both views, by their logical index. The last two apply only to listeners: the
/// flat table ends before them.
enum class Column : int {
    LocalPort,
    Protocol,
    Service,
    Process,
    Pid,
    User,
    LocalAddress,
    RemoteAddress,
    RemotePort,
    State,
    Exposure,
    Assignment,
    Verdict,
    Place,  ///< systemd unit or container
    Received,
    Sent,
    ReceiveQueue,
    SendQueue,
    SeenFor,       ///< Since Quaywatch first saw the socket.
    FirstSeen,     ///< When that was.
    ProcessStart,  ///< When the owning process was started.
    Ident,         ///< The answer of an ident server (RFC 1413).
    Connections,
    Activity,  ///< Connections per minute, as a small chart.
};

inline constexpr int kSocketColumnCount = static_cast<int>(Column::Connections);
inline constexpr int kListenerColumnCount = static_cast<int>(Column::Activity) + 1;

/// The latest change of a row, which a glyph and a color show for a short time.
enum class Flash : quint8 { None, New, Changed, Closed };

}  // namespace quaywatch
