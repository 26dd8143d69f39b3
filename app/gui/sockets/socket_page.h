// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/gui/page/page.h"
#include "app/gui/sockets/empty_text.h"
#include "app/gui/sockets/filter_memory.h"
#include "app/gui/sockets/selected_rows.h"
#include "app/gui/sockets/socket_columns.h"
#include "app/gui/widgets/scroll_anchor.h"
#include "app/gui/widgets/selection_keeper.h"
#include "app/models/socket_roles.h"

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

class QAbstractItemView;
class QHeaderView;

namespace quaywatch {

class SocketDelegate;

/// A page with a view of sockets: has the column chooser, the text of an empty view, and the rows
/// as records and as text. Derived classes own the model and the view.
class SocketPage : public Page {
    Q_OBJECT

public:
    [[nodiscard]] QAbstractItemView& view() const noexcept { return *m_view; }
    [[nodiscard]] QHeaderView& header() const noexcept { return *m_header; }

    void apply(const SnapshotUpdate& update) final;
    void setFilter(const Filter& filter) final;
    void applySettings(const SettingsValues& values) final;

    [[nodiscard]] QWidget& focusTarget() final;
    /// The socket of the current row, which is always selected. For a row that is not a socket, the
    /// first one below it. Null if there is none. Valid until the model changes.
    [[nodiscard]] const SocketRecord* currentSocket() const final;
    /// The target of "End process" for the current row: for a port, the owners of all its
    /// listeners; for one listener, its owners; for a connection, the process at the local end.
    /// Empty if no process is known.
    [[nodiscard]] std::optional<EndTarget> currentEndTarget() const final;
    [[nodiscard]] EndRequest endRequest() const final;
    [[nodiscard]] std::optional<RowContext> context(const QModelIndex& cell) const;
    /// The titles and the first kMaxCopied selected rows as shown, separated by tabs, in the order
    /// of the view.
    [[nodiscard]] QString selectionText() const final;
    [[nodiscard]] int uncopiedCount() const final;
    static constexpr int kMaxCopied = SelectedRows::kMaxRows;
    /// All sockets that are shown, in the order of the view.
    [[nodiscard]] std::vector<SocketRecord> shownSockets() const;
    [[nodiscard]] Exporter exporter() const final;
    bool selectPort(Port port) final;
    void selectFirst() final;

    void setAlertMarks(const AlertMarksPtr& marks) final;

    /// The order, widths, sorting and hidden columns of the header.
    [[nodiscard]] QByteArray state() const final { return m_columns->state(); }
    void restoreState(const QByteArray& state) final { m_columns->restore(state); }

protected:
    explicit SocketPage(QWidget* parent);

    /// For the constructor of a derived class: installs the view, which must have its model, and
    /// shows these columns.
    /// @param texts  For a view without rows.
    /// @param indentation  Width in pixels that the view needs before the text of the port.
    void adopt(QAbstractItemView* view, QHeaderView* header, const EmptyText::Texts& texts,
               std::vector<Column> columns, int indentation = 0);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    virtual void applyToModel(const SnapshotUpdate& update) = 0;
    virtual void filterModel(const Filter& filter) = 0;
    /// Gives the rows of the view this height in pixels.
    virtual void setRowHeight(int /*height*/) {}
    /// How long a row stays marked as new, changed or closed.
    virtual void setFlashTime(std::chrono::milliseconds time) = 0;

    /// The row that actions apply to: the current one if it is selected, otherwise the first
    /// selected one. Ctrl and an arrow key make a row current without selecting it.
    [[nodiscard]] QModelIndex currentRow() const;
    void restoreRows();
    void followFont();
    void setUpView();
    void connectModel();
    void connectSelection();
    void updateEmptyText();
    void showColumnMenu(const QPoint& position);
    void showRowMenu(const QPoint& position);

    QAbstractItemView* m_view = nullptr;
    QHeaderView* m_header = nullptr;
    SocketDelegate* m_delegate = nullptr;
    EmptyText* m_empty = nullptr;
    std::optional<ScrollAnchor> m_anchor;
    std::optional<SelectionKeeper> m_selectionKeeper;
    std::optional<SelectedRows> m_selectedRows;
    std::optional<FilterMemory> m_filterMemory;
    bool m_isRestoring = false;
    SocketColumns* m_columns = nullptr;
    SnapshotPtr m_snapshot;
    bool m_isFiltered = false;
};

}  // namespace quaywatch
