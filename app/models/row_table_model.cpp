// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/models/row_table_model.h"

#include "app/models/socket_roles.h"
#include "app/text/bounded_text.h"
#include "app/text/qt_text.h"

namespace quaywatch {

namespace {

int alignmentOf(bool isNumeric)
{
    return static_cast<int>(Qt::AlignVCenter | (isNumeric ? Qt::AlignRight : Qt::AlignLeft));
}

}  // namespace

int RowTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant RowTableModel::data(const QModelIndex& index, int role) const
{
    const bool isThere = index.isValid() && index.row() < rowCount() && index.column() < columns();
    if (!isThere) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
            return bounded(cellText(index));
        case Qt::ToolTipRole:
            return forTip(cellTip(index));
        case Qt::AccessibleTextRole:
            return bounded(cellPhrase(index));
        case Qt::TextAlignmentRole:
            return alignmentOf(isNumeric(index.column()));
        case TabularFiguresRole:
            return hasTabularFigures(index.column());
        default:
            return cellRole(index, role);
    }
}

QVariant RowTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns()) {
        return {};
    }
    switch (role) {
        case Qt::TextAlignmentRole:
            return alignmentOf(isNumeric(section));
        case Qt::DisplayRole:
            return title(section);
        default:
            return {};
    }
}

bool RowTableModel::hasTabularFigures(int column) const
{
    return isNumeric(column) || hasAlignedDigits(column);
}

}  // namespace quaywatch
