// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"

#include <QCoreApplication>
#include <QString>

namespace quaywatch {

/// Titles and tool tips of the columns of sockets, in the user's language.
class ColumnLabels {
    Q_DECLARE_TR_FUNCTIONS(quaywatch::Labels)

public:
    [[nodiscard]] static QString title(Column column);
    /// Shorter for the listeners, which have one address only.
    [[nodiscard]] static QString listenerTitle(Column column);
    /// Describes the content of the column; a sentence.
    [[nodiscard]] static QString tip(Column column);
};

}  // namespace quaywatch
