// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/row_menu.h"
#include "app/models/socket_roles.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QAbstractItemView;
class QHeaderView;
class QLabel;
class QPushButton;
class QTableView;
class QTreeView;

namespace quaywatch {

class ListenerTreeModel;
class SocketDelegate;
class SocketTableModel;

/// One view of sockets with what belongs to it: the column chooser, the text of an empty view,
/// and its rows as records and as text.
class SocketPage final : public QWidget {
    Q_OBJECT

public:
    explicit SocketPage(ListenerTreeModel& model, QWidget* parent = nullptr);
    explicit SocketPage(SocketTableModel& model, QWidget* parent = nullptr);

    [[nodiscard]] QAbstractItemView& view() const noexcept { return *m_view; }
    [[nodiscard]] QHeaderView& header() const noexcept { return *m_header; }

    /// The socket of the current row; of a row that is no socket, the first one below it. Null if
    /// there is none. Valid until the model changes.
    [[nodiscard]] const SocketRecord* currentSocket() const;
    /// What to end of the current row: of a port all its listeners' owners, of one listener its
    /// own, of a connection the process at this end. Empty if nobody is known.
    [[nodiscard]] std::optional<EndTarget> currentEndTarget() const;
    [[nodiscard]] std::optional<RowContext> context(const QModelIndex& cell) const;
    /// The selected rows as they are shown, tab-separated.
    [[nodiscard]] QString selectionText() const;
    /// Every socket that is shown, in the order of the view.
    [[nodiscard]] std::vector<SocketRecord> shownSockets() const;
    /// Makes the first row with this local port current; whether there is one.
    bool selectPort(Port port);

    /// What an empty view says, and whether it offers to clear the filter.
    void setEmptyText(const QString& text, bool canClear);
    void updateEmptyText();

    [[nodiscard]] QByteArray headerState() const;
    /// A state that does not fit leaves the default columns.
    void restoreHeaderState(const QByteArray& state);

signals:
    void currentChanged();
    void menuRequested(const quaywatch::RowContext& context, const QPoint& globalPosition);
    void inspectRequested();
    void clearRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Gives the processes' column what is left of the width, as long as the columns filled it.
    void fillWidth(int before, int now);
    void adopt(QAbstractItemView* view, QHeaderView* header);
    void buildEmptyText();
    void layOutColumns(const std::vector<std::pair<Column, int>>& columns);
    void showColumnMenu(const QPoint& position);
    void showRowMenu(const QPoint& position);

    QAbstractItemView* m_view = nullptr;
    QHeaderView* m_header = nullptr;
    SocketDelegate* m_delegate = nullptr;
    QWidget* m_empty = nullptr;
    QLabel* m_emptyText = nullptr;
    QPushButton* m_clearButton = nullptr;
    std::vector<std::pair<Column, int>> m_defaultColumns;
    bool m_isPristine = true;  // The columns have their default widths still.
};

}  // namespace quaywatch
