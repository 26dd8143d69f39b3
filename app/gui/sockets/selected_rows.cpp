// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/sockets/selected_rows.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QItemSelection>
#include <QStringList>

#include <algorithm>
#include <utility>
#include <vector>

namespace quaywatch {

SelectedRows::SelectedRows(const QAbstractItemView& view, const QHeaderView& header)
    : m_view(view)
    , m_header(header)
{
}

QModelIndexList SelectedRows::rows() const
{
    std::vector<std::pair<int, int>> places;  // row of the port, row below it; -1: the port itself
    for (const QItemSelectionRange& range : m_view.selectionModel()->selection()) {
        const QModelIndex parent = range.parent();
        for (int row = range.top(); row <= range.bottom(); ++row) {
            places.emplace_back(parent.isValid() ? parent.row() : row, parent.isValid() ? row : -1);
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    places.resize(std::min<std::size_t>(places.size(), kMaxRows));
    const QAbstractItemModel& model = *m_view.model();
    QModelIndexList rows;
    for (const auto& [row, below] : places) {
        const QModelIndex top = model.index(row, 0);
        rows.append(below < 0 ? top : model.index(below, 0, top));
    }
    return rows;
}

int SelectedRows::leftOutCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : m_view.selectionModel()->selection()) {
        count += range.height();
    }
    return std::max(0, count - kMaxRows);
}

QString SelectedRows::text() const
{
    std::vector<int> sections;
    for (int place = 0; place < m_header.count(); ++place) {
        const int section = m_header.logicalIndex(place);
        if (!m_header.isSectionHidden(section)) {
            sections.push_back(section);
        }
    }
    const QModelIndexList selected = rows();
    if (selected.isEmpty()) {
        return {};
    }
    QStringList titles;
    for (const int section : sections) {
        titles.append(m_view.model()->headerData(section, Qt::Horizontal).toString());
    }
    QStringList lines{titles.join(u'\t')};
    for (const QModelIndex& row : selected) {
        QStringList cells;
        for (const int section : sections) {
            cells.append(row.siblingAtColumn(section).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

}  // namespace quaywatch
