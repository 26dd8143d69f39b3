// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/row_table_delegate.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/palette_colors.h"
#include "app/models/row_table_model.h"
#include "app/models/socket_cells.h"
#include "core/sockets/verdict.h"

#include <algorithm>
#include <QFontMetrics>
#include <QPainter>

namespace quaywatch {
namespace {

int pillWidth(const QFontMetrics& metrics, const QString& text)
{
    return metrics.horizontalAdvance(text) + metrics.height();
}

void paintPill(QPainter& painter, const QRect& cell, const QString& text, const QColor& hue,
               const QColor& ground)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QRect pill(cell.left(), 0, pillWidth(metrics, text), metrics.height() + 3);
    pill.setWidth(std::min(pill.width(), cell.width()));
    pill.moveTop(cell.center().y() - pill.height() / 2 + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    painter.setPen(hue);
    painter.drawText(pill, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, pill.width() - metrics.height() / 2));
    painter.restore();
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                 const PaletteColors& colors)
{
    const QRect& rect = option.rect;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QVariant severity = index.data(SeverityRole);
    if (!severity.isValid()) {
        if (isSelected) {
            painter.fillRect(rect, colors.selection);
        }
        return;
    }
    const Tone tone = toneOf(static_cast<Severity>(severity.toInt()));
    const QColor& hue = colors.tone(tone);
    if (isSelected) {
        painter.fillRect(rect, option.palette.base());  // covers the style's selection
    }
    painter.fillRect(rect, colors.alertTint(tone == Tone::Danger, isSelected));
    if (isSelected) {
        painter.fillRect(rect.left(), rect.top(), rect.width(), 1, hue);
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hue);
    }
    if (index.column() == 0) {
        painter.fillRect(rect.left(), rect.top(), kAlertBarWidth, rect.height(), hue);
    }
}

}  // namespace

RowTableDelegate::RowTableDelegate(const QFont& font, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_rowPadding(kRowPadding)
{
    setFont(font);
}

void RowTableDelegate::setFont(const QFont& font)
{
    m_text = font;
    m_figures = figureFontFor(font);
    m_badges = badgeFontFor(font);
}

void RowTableDelegate::setCompact(bool isCompact)
{
    m_rowPadding = isCompact ? kCompactRowPadding : kRowPadding;
}

int RowTableDelegate::rowHeight() const
{
    return std::max(QFontMetrics(m_text).height(), QFontMetrics(m_figures).height()) + m_rowPadding;
}

int RowTableDelegate::contentWidth(const RowTableModel& model, int column) const
{
    const ColumnSamples samples = model.samples(column);
    const QFontMetrics metrics(samples.isBadge                   ? m_badges
                               : model.hasTabularFigures(column) ? m_figures
                                                                 : m_text);
    int width = 0;
    for (const QString& text : samples.texts) {
        width = std::max(
            width, samples.isBadge ? pillWidth(metrics, text) : metrics.horizontalAdvance(text));
    }
    return width + 2 * kCellPadding;
}

QSize RowTableDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                                 const QModelIndex& index) const
{
    const QString text = index.data().toString();
    const bool isBadge = static_cast<Tone>(index.data(BadgeRole).toInt()) != Tone::None;
    const int width = isBadge ? pillWidth(QFontMetrics(m_badges), text)
                              : QFontMetrics(m_text).horizontalAdvance(text);
    return {width + 2 * kCellPadding, rowHeight()};
}

void RowTableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    paintGround(*painter, option, index, colors);
    const QRect cell = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    const auto tone = static_cast<Tone>(index.data(BadgeRole).toInt());
    QString text = index.data(Qt::DisplayRole).toString();
    if (tone != Tone::None) {
        painter->setFont(m_badges);
        const QColor& hue = colors.tone(tone);
        paintPill(*painter, cell, text, hue, colors.badgeGround(hue));
    } else {
        const bool isNumeric = index.data(TabularFiguresRole).toBool();
        painter->setFont(isNumeric ? m_figures : m_text);
        painter->setPen(index.data(DimRole).toBool() ? colors.dim : colors.text);
        const QFontMetrics metrics = painter->fontMetrics();
        if (metrics.horizontalAdvance(text) > cell.width()) {
            text = metrics.elidedText(text, Qt::ElideRight, cell.width());
        }
        painter->drawText(cell, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                          text);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintCellFocus(*painter, option.rect, colors.accent);
    }
}

}  // namespace quaywatch
