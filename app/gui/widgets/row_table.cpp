// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/row_table.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/row_table_delegate.h"
#include "app/gui/style/header_painter.h"
#include "app/gui/widgets/row_table_columns.h"
#include "app/models/row_table_model.h"
#include "app/text/qt_text.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QStringList>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace quaywatch {

QToolButton* makeChip(const QString& text, const QString& tip, QWidget* parent)
{
    auto* chip = new QToolButton(parent);
    chip->setText(text);
    chip->setToolTip(forTip(tip));
    chip->setAccessibleName(text);
    chip->setAccessibleDescription(tip);
    return chip;
}

RowTableColumns& setUpRowTable(QTableView& table, RowTableModel& model,
                               const QString& accessibleName)
{
    table.setModel(&model);
    auto* delegate = new RowTableDelegate(table.font(), &table);
    table.setItemDelegate(delegate);
    table.setAccessibleName(accessibleName);
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setWordWrap(false);
    table.setAlternatingRowColors(true);
    table.setCornerButtonEnabled(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    table.verticalHeader()->hide();
    table.verticalHeader()->setMinimumSectionSize(1);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setAccessibleName(QCoreApplication::translate("RowTable", "Columns"));
    return *new RowTableColumns(table, model, *delegate);
}

int titleWidth(const QHeaderView& header, int section)
{
    const QString title = header.model()->headerData(section, header.orientation()).toString();
    const bool hasArrow = header.isSortIndicatorShown() && header.sortIndicatorSection() == section;
    return header.fontMetrics().horizontalAdvance(title) + 2 * kCellPadding +
           (hasArrow ? kSortArrowWidth : 0) + 1;
}

QString textOfRows(QModelIndexList rows)
{
    if (rows.isEmpty()) {
        return {};
    }
    std::sort(rows.begin(), rows.end());
    const QAbstractItemModel& model = *rows.constFirst().model();
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column) {
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    }
    QStringList lines{titles.join(u'\t')};
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < row.model()->columnCount(); ++column) {
            cells.append(row.siblingAtColumn(column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

}  // namespace quaywatch
