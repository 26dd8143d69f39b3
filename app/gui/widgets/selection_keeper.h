// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractItemView;

namespace quaywatch {

/// Clears the selection while the model changes, if all rows are selected. Otherwise Qt would track
/// each row separately, which takes a tenth of a second for 100,000 rows. Afterwards all rows are
/// selected again, including new ones. Any other selection is left to Qt.
class SelectionKeeper {
public:
    /// In a model with this many rows or fewer, Qt handles the selection.
    static constexpr int kMaxRows = 2000;

    explicit SelectionKeeper(QAbstractItemView& view)
        : m_view(view)
    {
    }

    /// Call this before the model changes.
    void take();
    /// Call this after the change.
    void restore();

private:
    QAbstractItemView& m_view;
    bool m_isAll = false;
};

}  // namespace quaywatch
