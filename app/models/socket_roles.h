// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/socket_record.h"
#include "core/traffic_series.h"

#include <QMetaType>
#include <Qt>

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

/// The hue of a badge; None: the cell is plain text.
enum class Tone : quint8 { None, Quiet, Tcp, Udp, Listen, Established, Waiting, Warning, Danger };

/// What the models answer beside Qt's own roles. DisplayRole is safe plain text, ToolTipRole safe
/// rich text, AccessibleTextRole a full phrase.
enum Role : int {
    SocketRole = Qt::UserRole + 1,  ///< const SocketRecord*; null for a row that is no socket.
    SortRole,                       ///< Number or text; invalid if missing.
    FlashRole,                      ///< Flash as int.
    SeverityRole,                   ///< Severity as int of an unexpected row; else invalid.
    BadgeRole,                      ///< Tone as int.
    DimRole,                        ///< bool: secondary or missing.
    TrendRole,                      ///< const PortTrend* of a port's activity; null if unknown.
};

}  // namespace quaywatch

Q_DECLARE_METATYPE(const quaywatch::SocketRecord*)
Q_DECLARE_METATYPE(const quaywatch::PortTrend*)
