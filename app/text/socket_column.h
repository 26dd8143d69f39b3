// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace quaywatch {

/// The columns of both views, by their logical index. The last two are told of listeners alone:
/// the flat table ends before them.
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
    Age,  ///< Of the owning process.
    Connections,
    Activity,  ///< Connections per minute, as a little picture.
};

inline constexpr int kSocketColumnCount = static_cast<int>(Column::Connections);
inline constexpr int kListenerColumnCount = static_cast<int>(Column::Activity) + 1;

/// What has just become of a row. Told by a glyph and a colour for a short while.
enum class Flash : quint8 { None, New, Changed, Closed };

}  // namespace quaywatch
