// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"
#include "core/registry/service_registry.h"
#include "core/sockets/process_info.h"
#include "core/sockets/socket_record.h"
#include "core/sockets/verdict.h"

#include <chrono>
#include <QCoreApplication>
#include <QString>

namespace quaywatch {

/// The words of the window: a short badge and a phrase for the values of every enum, in the user's
/// language. Core's own tokens are never translated and never shown directly.
class Labels {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::Labels)

public:
    /// The sign for a missing value: an en dash.
    [[nodiscard]] static QString missing();

    [[nodiscard]] static QString badge(Protocol protocol, AddressFamily family);  ///< "TCP6"
    [[nodiscard]] static QString badge(SocketState state);
    [[nodiscard]] static QString badge(Exposure exposure);
    [[nodiscard]] static QString badge(AssignmentState state);
    [[nodiscard]] static QString badge(Verdict verdict);

    [[nodiscard]] static QString phrase(Protocol protocol, AddressFamily family);
    [[nodiscard]] static QString phrase(SocketState state);
    [[nodiscard]] static QString phrase(Exposure exposure);
    [[nodiscard]] static QString phrase(AssignmentState state);
    [[nodiscard]] static QString phrase(Verdict verdict);
    [[nodiscard]] static QString phrase(Severity severity);
    [[nodiscard]] static QString phrase(PortClass portClass);
    [[nodiscard]] static QString phrase(Flash flash);

    /// "184 MB", "2.53 MB", "640 B": three digits, powers of 1000.
    [[nodiscard]] static QString bytes(quint64 count);
    /// "55 s", "6 min", "3 h 20 min", "11 d".
    [[nodiscard]] static QString duration(std::chrono::seconds length);
};

/// The glyph of a Flash value: "+", "±", "−"; empty for none.
[[nodiscard]] QString glyph(Flash flash);

}  // namespace quaywatch
