// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// @file
/// What the pages with a plain table of lines (alerts, history) have in common.

#pragma once

#include <QModelIndexList>
#include <QString>

#include <span>

class QHeaderView;
class QTableView;
class QToolButton;
class QWidget;

namespace quaywatch {

/// A button in the bar above a page's table.
[[nodiscard]] QToolButton* makeChip(const QString& text, const QString& tip, QWidget* parent);

/// Gives a table the look and the ways of ours: whole rows, nothing to edit, the last column takes
/// what is left.
///
/// @param widths  Of the columns from the first on; one whose title needs more gets it.
void setUpRowTable(QTableView& table, const QString& accessibleName, std::span<const int> widths);

/// What a column's title takes, which is another width in each language.
[[nodiscard]] int titleWidth(const QHeaderView& header, int section);

/// The rows as they stand in the table, a line each, the cells divided by tabs.
[[nodiscard]] QString textOfRows(QModelIndexList rows);

}  // namespace quaywatch
