// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPersistentModelIndex>

#include <vector>

class QAbstractItemView;

namespace quaywatch {

/// Keeps the rows that a view shows where they are on the screen while others come and go above
/// them. A view that is scrolled to its top stays there, and shows what comes first.
class ScrollAnchor {
public:
    explicit ScrollAnchor(QAbstractItemView& view)
        : m_view(view)
    {
    }

    /// Before the model changes: notes the rows that are visible.
    void take();
    /// After it: scrolls by what the first of them was moved. Rows that went, or were sorted
    /// elsewhere, do not pull the view along: they move otherwise than most.
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
