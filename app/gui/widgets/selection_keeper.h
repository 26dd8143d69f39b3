// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QAbstractItemView;

namespace quaywatch {

/// Takes the selection of everything out of the way while the model changes: Qt would keep track
/// of each row by itself, which takes a tenth of a second for 100,000. Everything stays selected,
/// rows that come included. Any other selection is left to Qt.
class SelectionKeeper {
public:
    /// Of a model with no more rows than this, all is left to Qt.
    static constexpr int kMaxRows = 2000;

    explicit SelectionKeeper(QAbstractItemView& view)
        : m_view(view)
    {
    }

    /// Before the model changes.
    void take();
    /// After it.
    void restore();

private:
    QAbstractItemView& m_view;
    bool m_isAll = false;
};

}  // namespace quaywatch
