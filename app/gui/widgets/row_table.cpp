// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/row_table.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/row_table_delegate.h"
#include "app/gui/style/header_painter.h"
#include "app/models/socket_roles.h"
#include "app/text/qt_text.h"

#include <QAbstractItemDelegate>
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

namespace {

/// Widens the columns whose badges would be cut. Badges come from small sets of words, so the width
/// soon stays.
void fitBadges(QTableView& table, int first, int last)
{
    const QAbstractItemModel* model = table.model();
    for (int row = first; row <= last; ++row) {
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            if (index.data(BadgeRole).toInt() == static_cast<int>(Tone::None)) {
                continue;
            }
            const int width = table.itemDelegate()->sizeHint({}, index).width();
            if (width > table.columnWidth(column)) {
                table.setColumnWidth(column, width);
            }
        }
    }
}

void keepBadgesWhole(QTableView& table)
{
    const QAbstractItemModel* model = table.model();
    QObject::connect(
        model, &QAbstractItemModel::rowsInserted, &table,
        [&table](const QModelIndex&, int first, int last) { fitBadges(table, first, last); });
    QObject::connect(model, &QAbstractItemModel::modelReset, &table,
                     [&table, model] { fitBadges(table, 0, model->rowCount() - 1); });
}

}  // namespace

void setUpRowTable(QTableView& table, const QString& accessibleName, std::span<const int> widths)
{
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
    table.verticalHeader()->setDefaultSectionSize(delegate->rowHeight());
    QHeaderView* header = table.horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setStretchLastSection(true);
    header->setAccessibleName(QCoreApplication::translate("RowTable", "Columns"));
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto section = static_cast<int>(i);
        header->resizeSection(section, std::max(widths[i], titleWidth(*header, section)));
    }
    keepBadgesWhole(table);
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
