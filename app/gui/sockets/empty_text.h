// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sockets/snapshot.h"

#include <QString>
#include <QWidget>

class QAbstractItemView;
class QLabel;
class QPushButton;

namespace quaywatch {

/// The text in the middle of a view without rows: why it is empty, as far as that is known, and a
/// button to clear the filter.
class EmptyText final : public QWidget {
    Q_OBJECT

public:
    struct Texts {
        QString nothing;    ///< There is none on this machine.
        QString elsewhere;  ///< There is none here; other network namespaces are not listed.
        QString unread;     ///< None was found, but a table of the kernel could not be read.
        QString noMatch;    ///< The filter matches none.
    };

    /// @param view  Becomes the parent of the text; must have its model.
    EmptyText(Texts texts, QAbstractItemView& view);

    /// Shows the reason while the view has no rows.
    /// @param snapshot  Null before the first one.
    void explain(const Snapshot* snapshot, bool isFiltered);

signals:
    void clearRequested();

private:
    [[nodiscard]] QString reason(const Snapshot* snapshot, bool isFiltered) const;

    Texts m_texts;
    QAbstractItemView& m_view;
    QLabel* m_text;
    QPushButton* m_clear;
};

}  // namespace quaywatch
