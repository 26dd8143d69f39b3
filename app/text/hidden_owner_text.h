// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <QString>
#include <QStringList>

namespace quaywatch {

/// What is said about a socket some of whose owners are not shown. Sudo is advised only where the
/// snapshot's gap says that it helps.
class HiddenOwnerText {
public:
    /// Why an owner is not shown; empty if every owner is known.
    /// @param snapshot  The one that contains the socket; null if there is none.
    [[nodiscard]] static QString reason(const SocketRecord& socket, const Snapshot* snapshot);

    /// The command that shows the owner; empty if it is not hidden or no command shows it.
    [[nodiscard]] static QString inspectCommand(const SocketRecord& socket,
                                                const Snapshot* snapshot);
    /// The command that ends the owner of a listener; empty as above.
    [[nodiscard]] static QString killCommand(const SocketRecord& socket, const Snapshot* snapshot);
    /// What else makes the owner visible, as the gap says it; empty if sudo does, or nothing is
    /// known.
    [[nodiscard]] static QString remedy(const SocketRecord& socket, const Snapshot* snapshot);
};

}  // namespace quaywatch
