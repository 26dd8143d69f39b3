// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/models/socket_roles.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace quaywatch {

/// Roles of these tables in addition to those of socket_roles.h.
enum RowTableRole : int {
    TabularFiguresRole = DimRole + 100,  ///< bool: digits are aligned below each other.
};

/// What a column must have room for, in any row.
struct ColumnSamples {
    QStringList texts;      ///< All its badges, otherwise the widest usual texts.
    bool isBadge = false;   ///< The texts are shown as badges.
    bool mayBeCut = false;  ///< A name, which is still of use without its end.
};

/// A flat table of rows that are not sockets: what such tables have in common. The texts of a cell
/// are bounded here, since they may come from other users' programs. Belongs to the GUI thread.
class RowTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const final;
    /// In the language of the window and the time format of the system.
    [[nodiscard]] virtual ColumnSamples samples(int column) const = 0;
    /// Whether its figures are aligned below each other, as those of a number or a time.
    [[nodiscard]] bool hasTabularFigures(int column) const;

protected:
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    /// Numbers are aligned to the right, and so is their title.
    [[nodiscard]] virtual bool isNumeric(int column) const = 0;
    /// Whether the digits of a text are aligned below each other, as those of a time.
    [[nodiscard]] virtual bool hasAlignedDigits(int column) const = 0;
    [[nodiscard]] virtual QString cellText(const QModelIndex& index) const = 0;
    [[nodiscard]] virtual QString cellTip(const QModelIndex& index) const = 0;
    /// What a screen reader says.
    [[nodiscard]] virtual QString cellPhrase(const QModelIndex& index) const = 0;
    /// The roles of socket_roles.h.
    [[nodiscard]] virtual QVariant cellRole(const QModelIndex& index, int role) const = 0;
};

}  // namespace quaywatch
