// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/selection_keeper.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QSignalBlocker>

namespace quaywatch {

void SelectionKeeper::take()
{
    const int rows = m_view.model()->rowCount();
    if (rows <= kMaxRows) {
        return;
    }
    QItemSelectionModel& selection = *m_view.selectionModel();
    int selected = 0;
    for (const QItemSelectionRange& range : selection.selection()) {
        selected += range.parent().isValid() ? 0 : range.height();
    }
    if (selected == rows) {
        m_isAll = true;
        const QSignalBlocker silence(selection);
        selection.clearSelection();
    }
}

void SelectionKeeper::restore()
{
    if (!m_isAll) {
        return;
    }
    m_isAll = false;
    const QSignalBlocker silence(m_view.selectionModel());
    m_view.selectAll();
    m_view.viewport()->update();
}

}  // namespace quaywatch
