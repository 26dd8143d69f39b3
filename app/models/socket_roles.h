// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"
#include "core/sockets/socket_record.h"
#include "core/traffic/traffic_series.h"

#include <QMetaType>
#include <Qt>

namespace quaywatch {

/// The color of a badge; None: the cell is plain text.
enum class Tone : quint8 { None, Quiet, Tcp, Udp, Listen, Established, Waiting, Warning, Danger };

/// Roles of the models in addition to Qt's own. DisplayRole is safe plain text, ToolTipRole safe
/// rich text, AccessibleTextRole a full phrase.
enum Role : int {
    SocketRole = Qt::UserRole + 1,  ///< const SocketRecord*; null for a row without a socket.
    SortRole,                       ///< Number or text; invalid if missing.
    FlashRole,                      ///< Flash as int.
    SeverityRole,                   ///< Severity as int of an unexpected row; otherwise invalid.
    BadgeRole,                      ///< Tone as int.
    DimRole,                        ///< bool: secondary or missing.
    TrendRole,                      ///< const PortTrend* of a port's activity; null if unknown.
};

}  // namespace quaywatch

Q_DECLARE_METATYPE(const quaywatch::SocketRecord*)
Q_DECLARE_METATYPE(const quaywatch::PortTrend*)
