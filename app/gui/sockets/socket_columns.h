// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"

#include <QByteArray>

#include <utility>
#include <vector>

class QHeaderView;

namespace quaywatch {

/// Which columns of a socket table are shown, in which order and how wide. For the GUI thread.
class SocketColumns {
public:
    using Widths = std::vector<std::pair<Column, int>>;  ///< In pixels.

    /// @param defaults  The columns that a new window shows; a title that needs more gets more.
    SocketColumns(QHeaderView& header, Widths defaults);

    void reset();
    /// Gives the processes' column the remaining width, if the columns filled the previous width.
    void fillWidth(int before, int now);

    /// The order, widths, sorting and hidden columns.
    [[nodiscard]] QByteArray state() const;
    /// Restores a state. One that does not fit is ignored.
    void restore(const QByteArray& state);

private:
    void layOut();

    QHeaderView& m_header;
    Widths m_defaults;
    bool m_isPristine = true;  // They still have their default widths.
};

}  // namespace quaywatch
