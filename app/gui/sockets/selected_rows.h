// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndexList>
#include <QString>

class QAbstractItemView;
class QHeaderView;

namespace quaywatch {

/// The selected rows of a socket table, for actions and the clipboard. For the GUI thread.
class SelectedRows {
public:
    static constexpr int kMaxRows = 10000;

    /// @param view  Must outlive this object, and so must its header.
    SelectedRows(const QAbstractItemView& view, const QHeaderView& header);

    /// In the order of the view, each port before the rows below it; at most kMaxRows.
    [[nodiscard]] QModelIndexList rows() const;
    /// How many selected rows are more than kMaxRows.
    [[nodiscard]] int leftOutCount() const;
    /// The titles and the rows as shown, separated by tabs; empty if nothing is selected.
    [[nodiscard]] QString text() const;

private:
    const QAbstractItemView& m_view;
    const QHeaderView& m_header;
};

}  // namespace quaywatch
