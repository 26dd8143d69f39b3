// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QFont>
#include <QObject>

#include <map>

class QHeaderView;
class QTableView;

namespace quaywatch {

class RowTableDelegate;
class RowTableModel;

/// The widths of the columns and the height of the rows of a plain table. They follow the font and
/// the usual content of the columns; the last column takes the width that is left. If the table is
/// too narrow, names are cut, but no badge, time or number: then it is scrolled. A width that the
/// user chose belongs to its font: with another one, it grows or shrinks with the text, and is the
/// same again when the font is. A child of the table, for the GUI thread.
class RowTableColumns final : public QObject {
    Q_OBJECT

public:
    RowTableColumns(QTableView& table, const RowTableModel& model, RowTableDelegate& delegate);

    /// Whether the rows are close together.
    void setCompact(bool isCompact);

    /// The widths that the user chose, with the font that they belong to.
    [[nodiscard]] QByteArray state() const;
    /// Restores a state. One of a table with other columns is ignored.
    void restore(const QByteArray& state);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Chosen {
        int width = 0;
        QFont font;
    };

    void followFont();
    void layOut();
    void keep(int section, int width);
    [[nodiscard]] int chosenWidth(const Chosen& chosen) const;

    QTableView& m_table;
    QHeaderView& m_header;
    const RowTableModel& m_model;
    RowTableDelegate& m_delegate;
    std::map<int, Chosen> m_chosen;  // By column.
    bool m_isLayingOut = false;
};

}  // namespace quaywatch
