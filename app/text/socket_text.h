// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"
#include "core/sockets/socket_record.h"

#include <chrono>
#include <QString>
#include <string_view>

namespace quaywatch {

/// One cell of a row that is a socket.
struct SocketCell {
    const SocketRecord& socket;
    Column column = Column::LocalPort;
    Flash flash = Flash::None;
    std::chrono::system_clock::time_point takenAt;  ///< Ages are told as of then.
};

/// The cell's plain text; empty if there is nothing to tell.
[[nodiscard]] QString socketText(const SocketCell& cell);
/// Plain text (lines) that says more than the cell can: the reason why it is empty, the whole of
/// what it cuts short, or what it means.
[[nodiscard]] QString socketTip(const SocketCell& cell);
/// The cell as a screen reader should say it, such as "931, new, unexpected: listener on ...".
[[nodiscard]] QString socketPhrase(const SocketCell& cell);

/// The first owner; null if none is known.
[[nodiscard]] const ProcessInfo* leadOwner(const SocketRecord& socket) noexcept;
/// The container, else the unit, of the socket or else of its first owner; empty if unknown.
[[nodiscard]] std::string_view placeOf(const SocketRecord& socket) noexcept;

}  // namespace quaywatch
