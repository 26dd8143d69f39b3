// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/socket_column.h"

#include <QByteArray>
#include <QFont>
#include <QObject>

#include <functional>
#include <vector>

class QHeaderView;

namespace quaywatch {

/// Which columns of a socket table are shown, in which order and how wide. Until the user drags an
/// edge, the widths follow the width of the table and the font; afterwards only the column of the
/// processes gives and takes room. For the GUI thread.
class SocketColumns final : public QObject {
    Q_OBJECT

public:
    /// Returns the width in pixels that the content of a column needs in the present font.
    using ContentWidth = std::function<int(Column)>;

    /// @param defaults  The columns that a new window shows, in this order.
    SocketColumns(QHeaderView& header, std::vector<Column> defaults, ContentWidth contentWidth,
                  QObject* parent = nullptr);

    /// Shows the default columns again, in their default widths.
    void reset();
    void setShown(Column column, bool isShown);
    /// Adapts the columns to the width of the table. Call it when the width changes.
    void fit();
    /// Gives all columns their default widths: those of another font do not fit.
    void followFont();

    /// The order, widths, sorting and hidden columns.
    [[nodiscard]] QByteArray state() const;
    /// Restores a state. One that does not fit is ignored. Widths of another font are, too.
    void restore(const QByteArray& state);

private:
    [[nodiscard]] QByteArray prefix() const;
    [[nodiscard]] std::vector<int> shownSections() const;
    [[nodiscard]] int room() const;
    void showDefaults();
    void layOutAll();
    /// Gives the column of the processes the room that the others leave.
    void fillRest();

    QHeaderView& m_header;
    std::vector<Column> m_defaults;
    ContentWidth m_contentWidth;
    QFont m_font;               // The one that the widths belong to.
    bool m_isAutomatic = true;  // The user has not dragged an edge.
    bool m_isLayingOut = false;
};

}  // namespace quaywatch
