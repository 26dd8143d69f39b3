// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/delegates/palette_colors.h"
#include "app/models/socket_roles.h"

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace quaywatch {

/// Paints the cells of both views from the models' roles: one fill and one text for each cell,
/// badges as tinted pills, an unexpected row with a bar at its left edge, a flash as a tint with
/// its glyph. Only a flash tints a whole row: red rows that stay would outweigh what is new.
/// Selected cells keep their own colors.
///
/// The colors follow the view's palette. Call setFont() when the view's font changes.
class SocketDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit SocketDelegate(const QFont& font, QObject* parent = nullptr);

    void setFont(const QFont& font);
    /// Whether the rows are close together.
    void setCompact(bool isCompact);
    /// Font for figures and addresses.
    [[nodiscard]] const QFont& figureFont() const noexcept { return m_figures.font; }
    /// Height of every row in pixels. Set it on the view's vertical header, whose sections are
    /// Fixed.
    [[nodiscard]] int rowHeight() const;
    /// The width in pixels at which a column shows its badges and its usual values whole.
    [[nodiscard]] int contentWidth(Column column) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Face {
        QFont font;
        QFontMetrics metrics;
    };

    void paintGround(QPainter* painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index, const PaletteColors& colors) const;
    void paintText(QPainter* painter, const QRect& rect, const QModelIndex& index,
                   const PaletteColors& colors) const;
    /// Paints a port's trend next to its number.
    /// @return The area left for the number; empty if there is space for only one of the two.
    QRect paintTrend(QPainter* painter, const QRect& rect, const PortTrend& trend,
                     const PaletteColors& colors) const;
    void paintBadge(QPainter* painter, const QRect& rect, const QString& text, Tone tone,
                    const PaletteColors& colors) const;
    [[nodiscard]] int badgePadding() const;  ///< Of both sides together.
    [[nodiscard]] QPixmap badge(const QString& text, Tone tone, const PaletteColors& colors,
                                qreal devicePixelRatio) const;

    Face m_text;
    Face m_figures;
    Face m_badges;
    int m_rowPadding;
    mutable QHash<QString, QPixmap> m_badgeCache;  // bounded: badges come from fixed sets
};

}  // namespace quaywatch
