// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/protocol.h"
#include "core/sockets/verdict.h"

#include <optional>
#include <QString>

namespace quaywatch {

/// The subject of a row, as it is shown: plain text.
struct HistorySubject {
    std::optional<Protocol> protocol;  ///< Empty: the row has no particular subject, and all other
                                       ///< fields are empty, too.
    Port port = 0;
    QString address;
    QString program;
    QString executable;
    QString user;
    QString place;
    std::optional<Exposure> exposure;
};

}  // namespace quaywatch
