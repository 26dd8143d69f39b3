// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/watch/alert_book.h"

#include <QAbstractTableModel>

#include <vector>

namespace quaywatch {

enum class AlertColumn : int {
    When,   ///< When it came last.
    Level,  ///< The severity, a badge.
    PortNumber,
    Program,
    First,  ///< When it came first.
    Count,
    Reason,
};
inline constexpr int kAlertColumnCount = static_cast<int>(AlertColumn::Reason) + 1;

/// Alerts in the order they are given, newest first. What is read or muted is dim; what is not has
/// its severity's tint. Belongs to the GUI thread.
class AlertModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    using Time = std::chrono::system_clock::time_point;

    /// Shows these. Rows that stay keep their selection wherever they move, and nothing is reset,
    /// so that the reader's place stays.
    void setEntries(std::vector<AlertEntry> entries, Time now);

    [[nodiscard]] const std::vector<AlertEntry>& entries() const noexcept { return m_entries; }
    /// Null for an invalid index.
    [[nodiscard]] const AlertEntry* entryAt(const QModelIndex& index) const;
    /// The first column of an entry's row; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(std::uint64_t id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    /// "931/tcp", of the far end where it went out; empty where several are summed up.
    [[nodiscard]] static QString portText(const Alert& alert);
    [[nodiscard]] static QString programText(const Alert& alert);
    [[nodiscard]] static QString severityText(Severity severity);

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
