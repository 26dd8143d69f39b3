// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/history_items.h"

#include <QAbstractTableModel>
#include <vector>

namespace quaywatch {

enum class HistoryColumn : int {
    When,
    What,
    LocalPort,
    Program,
    User,
    Address,
    Lasted,  ///< How long it was open.
    Details,
};

/// Roles of the model in addition to those of socket_roles.h.
enum HistoryRole : int {
    TabularFiguresRole = DimRole + 100,  ///< bool: digits are aligned below each other.
};

inline constexpr int kHistoryColumnCount = static_cast<int>(HistoryColumn::Details) + 1;

/// Lines of the history in the given order. Added rows keep the selection. Belongs to the GUI
/// thread.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces all lines. @param hasMore  Whether moreWanted() can be answered.
    void setItems(std::vector<HistoryItem> items, bool hasMore, HistoryTime now);
    /// Adds the next page at the end.
    void append(std::vector<HistoryItem> items, bool hasMore);
    /// Merges a newer first page of the timeline: new rows are added at the top, and increased
    /// counts are updated. If none of its rows is shown yet, it replaces all rows.
    /// @return How many rows were added at the top; empty: everything was replaced.
    std::optional<int> refresh(std::vector<HistoryItem> items, bool hasMore, HistoryTime now);

    [[nodiscard]] const std::vector<HistoryItem>& items() const noexcept { return m_items; }
    /// Null for an invalid index.
    [[nodiscard]] const HistoryItem* itemAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    /// The view is near its end and needs append().
    void moreWanted();

private:
    [[nodiscard]] QString text(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString tip(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString phrase(const HistoryItem& item, HistoryColumn column) const;

    std::vector<HistoryItem> m_items;
    HistoryTime m_now;
    bool m_hasMore = false;
    bool m_isAwaiting = false;  // waits for the answer to moreWanted()
};

}  // namespace quaywatch
