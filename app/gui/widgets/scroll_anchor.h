// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>

#include <vector>

class QAbstractItemView;

namespace quaywatch {

/// Keeps the visible rows of a view at their position on the screen while rows are inserted and
/// removed above them. A view that is scrolled to its top stays there, and shows the new first
/// rows.
class ScrollAnchor {
public:
    explicit ScrollAnchor(QAbstractItemView& view)
        : m_view(view)
    {
    }

    /// Call this before the model changes: stores the visible rows.
    void take();
    /// Call this after the change: scrolls by the distance that the first stored row has moved.
    /// Rows that were removed, or that were sorted to another position, are ignored: they moved
    /// differently from most.
    void restore();

private:
    struct Mark {
        QPersistentModelIndex row;
        int top = 0;
    };

    QAbstractItemView& m_view;
    std::vector<Mark> m_marks;
};

}  // namespace quaywatch
