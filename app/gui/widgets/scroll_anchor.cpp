// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/scroll_anchor.h"

#include <QAbstractItemView>
#include <QScrollBar>

#include <algorithm>
#include <cstdlib>

namespace quaywatch {

void ScrollAnchor::take()
{
    m_marks.clear();
    if (m_view.verticalScrollBar()->value() == 0) {
        return;
    }
    const int height = m_view.viewport()->height();
    for (int y = 0; y < height;) {
        const QModelIndex row = m_view.indexAt({1, y});
        const QRect rect = m_view.visualRect(row);
        if (rect.isEmpty()) {
            break;
        }
        m_marks.push_back({row, rect.top()});
        y = rect.bottom() + 1;
    }
}

void ScrollAnchor::restore()
{
    std::vector<int> moves;
    for (const Mark& mark : m_marks) {
        const QRect rect = mark.row.isValid() ? m_view.visualRect(mark.row) : QRect();
        if (!rect.isEmpty()) {
            moves.push_back(rect.top() - mark.top);
        }
    }
    m_marks.clear();
    if (moves.empty()) {
        return;
    }
    std::vector<int> sorted = moves;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const int height = m_view.viewport()->height();
    const int move = *std::find_if(moves.begin(), moves.end(),
                                   [&](int each) { return std::abs(each - *middle) <= height; });
    if (move != 0) {
        // The range of the scroll bar follows the model only after the view has been laid out.
        QMetaObject::invokeMethod(&m_view, "updateGeometries");
        QScrollBar& bar = *m_view.verticalScrollBar();
        bar.setValue(bar.value() + move);
    }
}

}  // namespace quaywatch
