// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/focus_selection.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QItemSelectionModel>

namespace quaywatch {

QModelIndex highlightedRow(const QAbstractItemView& view)
{
    const QItemSelectionModel& selection = *view.selectionModel();
    if (selection.isSelected(selection.currentIndex())) {
        return selection.currentIndex();
    }
    return selection.selectedRows().value(0);
}

void highlightCurrent(const QAbstractItemView& view)
{
    QItemSelectionModel& selection = *view.selectionModel();
    if (selection.currentIndex().isValid() && !selection.hasSelection()) {
        selection.select(selection.currentIndex(),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

FocusSelection::FocusSelection(QAbstractItemView& view)
    : QObject(&view)
    , m_view(view)
{
    view.installEventFilter(this);
}

bool FocusSelection::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view && event->type() == QEvent::FocusIn) {
        // After the view has handled it.
        QMetaObject::invokeMethod(
            this, [this] { highlightCurrent(m_view); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace quaywatch
