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
    Lasted,  ///< How long it was there.
    Details,
};

/// What the model answers beside the roles of socket_roles.h.
enum HistoryRole : int {
    TabularFiguresRole = DimRole + 100,  ///< bool: digits stand below digits.
};

inline constexpr int kHistoryColumnCount = static_cast<int>(HistoryColumn::Details) + 1;

/// Lines of the history in the order they are given. Rows that are added keep the selection.
/// Belongs to the GUI thread.
class HistoryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Shows other lines. @param hasMore  Whether moreWanted() can be answered.
    void setItems(std::vector<HistoryItem> items, bool hasMore, HistoryTime now);
    /// What comes behind what is shown.
    void append(std::vector<HistoryItem> items, bool hasMore);
    /// Takes in a newer first page of the timeline: what is new comes on top, and counts that have
    /// grown are shown. If nothing of it is shown yet it replaces all.
    /// @return How many rows came on top; empty: everything was replaced.
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
    /// The view is near its end: append() is hoped for.
    void moreWanted();

private:
    [[nodiscard]] QString text(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString tip(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString phrase(const HistoryItem& item, HistoryColumn column) const;

    std::vector<HistoryItem> m_items;
    HistoryTime m_now;
    bool m_hasMore = false;
    bool m_isAwaiting = false;  // what was asked for with moreWanted()
};

}  // namespace quaywatch
