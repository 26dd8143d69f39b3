// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace quaywatch {

class RowTableModel;

/// Paints a table whose model provides the roles of socket_roles.h, whatever its columns: badges as
/// tinted pills, alerts with a bar at their left edge. Selected cells keep their own colors.
class RowTableDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit RowTableDelegate(const QFont& font, QObject* parent = nullptr);

    void setFont(const QFont& font);
    /// Whether the rows are close together.
    void setCompact(bool isCompact);
    [[nodiscard]] int rowHeight() const;
    /// The width of a column that shows its samples whole.
    [[nodiscard]] int contentWidth(const RowTableModel& model, int column) const;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QFont m_text;
    QFont m_figures;
    QFont m_badges;
    int m_rowPadding;
};

}  // namespace quaywatch
