// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QObject>

class QAbstractItemView;

namespace quaywatch {

/// The row that is highlighted: the current one if it is selected, otherwise the first of the
/// selected ones; invalid if none is.
[[nodiscard]] QModelIndex highlightedRow(const QAbstractItemView& view);

/// Selects the current row if there is one and no row is selected.
void highlightCurrent(const QAbstractItemView& view);

/// Selects the current row of a view when the view gets the focus and nothing is selected, so that
/// keys act on what is highlighted.
class FocusSelection final : public QObject {
    Q_OBJECT

public:
    /// @param view  The parent of this object.
    explicit FocusSelection(QAbstractItemView& view);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractItemView& m_view;
};

}  // namespace quaywatch
