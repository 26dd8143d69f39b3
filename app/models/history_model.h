// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/alert_marks.h"
#include "app/models/history_items.h"
#include "app/models/row_table_model.h"

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

inline constexpr int kHistoryColumnCount = static_cast<int>(HistoryColumn::Details) + 1;

/// Lines of the history in the given order. Added rows keep the selection. Belongs to the GUI
/// thread.
class HistoryModel final : public RowTableModel {
    Q_OBJECT

public:
    using RowTableModel::RowTableModel;

    /// Replaces all lines. @param hasMore  Whether moreWanted() can be answered.
    void setItems(std::vector<HistoryItem> items, bool hasMore, HistoryTime now);
    /// Adds the next page at the end.
    void append(std::vector<HistoryItem> items, bool hasMore);
    /// Merges a newer first page of the timeline: new rows are added at the top, and increased
    /// counts are updated. If none of its rows is shown yet, it replaces all rows.
    /// @return How many rows were added at the top; empty: everything was replaced.
    std::optional<int> refresh(std::vector<HistoryItem> items, bool hasMore, HistoryTime now);

    /// Which alerts are still to be highlighted; null: all.
    void setAlertMarks(AlertMarksPtr marks);

    [[nodiscard]] const std::vector<HistoryItem>& items() const noexcept { return m_items; }
    /// Null for an invalid index.
    [[nodiscard]] const HistoryItem* itemAt(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    ColumnSamples samples(int column) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    /// The view is near its end and needs append().
    void moreWanted();

protected:
    int columns() const override { return kHistoryColumnCount; }
    QString title(int column) const override;
    bool isNumeric(int column) const override;
    bool hasAlignedDigits(int column) const override;
    QString cellText(const QModelIndex& index) const override;
    QString cellTip(const QModelIndex& index) const override;
    QString cellPhrase(const QModelIndex& index) const override;
    QVariant cellRole(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] QString text(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString tip(const HistoryItem& item, HistoryColumn column) const;
    [[nodiscard]] QString phrase(const HistoryItem& item, HistoryColumn column) const;

    /// Unread if there are no marks.
    [[nodiscard]] AlertMarks::State alertStateOf(const HistoryItem& item) const;

    AlertMarksPtr m_marks;
    std::vector<HistoryItem> m_items;
    HistoryTime m_now;
    bool m_hasMore = false;
    bool m_isAwaiting = false;  // waits for the answer to moreWanted()
};

}  // namespace quaywatch
