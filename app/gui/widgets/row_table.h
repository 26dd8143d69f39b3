// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// Functions that the pages with a plain table of rows (alerts, history) share.

#pragma once

#include <QModelIndexList>
#include <QString>

class QHeaderView;
class QTableView;
class QToolButton;
class QWidget;

namespace quaywatch {

class RowTableColumns;
class RowTableModel;

/// Creates a button for the bar above the table of a page.
[[nodiscard]] QToolButton* makeChip(const QString& text, const QString& tip, QWidget* parent);

/// Gives a table the look and the behavior of the program's tables: it selects whole rows, nothing
/// can be edited, and RowTableColumns keeps the widths.
/// @return A child of the table.
RowTableColumns& setUpRowTable(QTableView& table, RowTableModel& model,
                               const QString& accessibleName);

/// The width that the title of a column needs; it differs between languages.
[[nodiscard]] int titleWidth(const QHeaderView& header, int section);

/// The titles and the rows in the order of the table, one line each, with tabs between the cells.
[[nodiscard]] QString textOfRows(QModelIndexList rows);

}  // namespace quaywatch
