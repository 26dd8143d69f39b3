// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/row_table_model.h"
#include "core/watch/alert_list.h"

#include <vector>

namespace quaywatch {

enum class AlertColumn : int {
    When,   ///< Last seen.
    Level,  ///< The severity, a badge.
    PortNumber,
    Program,
    First,  ///< First seen.
    Count,
    Reason,
};
inline constexpr int kAlertColumnCount = static_cast<int>(AlertColumn::Reason) + 1;

/// Alerts in the given order, newest first. Read and muted alerts are dimmed; all others have the
/// tint of their severity. Belongs to the GUI thread.
class AlertModel final : public RowTableModel {
    Q_OBJECT

public:
    using RowTableModel::RowTableModel;
    using Time = std::chrono::system_clock::time_point;

    /// Shows these entries. Rows that stay keep their selection when they move. The model is never
    /// reset, so the scroll position stays.
    void setEntries(std::vector<AlertEntry> entries, Time now);

    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept { return m_entries; }
    /// Null for an invalid index.
    [[nodiscard]] const AlertEntry* entryAt(const QModelIndex& index) const;
    /// Index of the first column of an entry's row; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(std::uint64_t id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    ColumnSamples samples(int column) const override;

    /// "931/tcp", of the remote end for an outbound connection; empty if several are summed up.
    [[nodiscard]] static QString portText(const Alert& alert);
    [[nodiscard]] static QString programText(const Alert& alert);
    [[nodiscard]] static QString severityText(Severity severity);

protected:
    int columns() const override { return kAlertColumnCount; }
    QString title(int column) const override;
    bool isNumeric(int column) const override;
    bool hasAlignedDigits(int column) const override;
    QString cellText(const QModelIndex& index) const override;
    QString cellTip(const QModelIndex& index) const override;
    QString cellPhrase(const QModelIndex& index) const override;
    QVariant cellRole(const QModelIndex& index, int role) const override;

private:
    void removeOthersThan(const std::vector<AlertEntry>& entries);
    void reorderLike(const std::vector<AlertEntry>& entries);
    void insertAmong(std::vector<AlertEntry> entries);
    [[nodiscard]] QString text(const AlertEntry& entry, AlertColumn column) const;
    [[nodiscard]] QString phrase(const AlertEntry& entry, AlertColumn column) const;
    [[nodiscard]] QString tip(const AlertEntry& entry, AlertColumn column) const;

    std::vector<AlertEntry> m_entries;
    Time m_now;
};

}  // namespace quaywatch
