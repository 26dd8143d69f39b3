// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/delegates/socket_delegate.h"

#include "app/delegates/cell_style.h"
#include "app/models/column_samples.h"
#include "app/models/socket_cells.h"
#include "app/text/labels.h"

#include <algorithm>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QTreeView>

namespace quaywatch {
namespace {

constexpr int kGlyphWidth = 12;

const QHeaderView* headerOf(const QWidget* view)
{
    if (const auto* table = qobject_cast<const QTableView*>(view)) {
        return table->horizontalHeader();
    }
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return tree != nullptr ? tree->header() : nullptr;
}

bool isLeftmost(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QHeaderView* header = headerOf(option.widget);
    return header != nullptr ? header->sectionPosition(index.column()) == 0 : index.column() == 0;
}

Flash flashOf(const QModelIndex& index)
{
    return static_cast<Flash>(index.data(FlashRole).toInt());
}

}  // namespace

SocketDelegate::SocketDelegate(const QFont& font, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_text{font, QFontMetrics(font)}
    , m_figures{figureFontFor(font), QFontMetrics(figureFontFor(font))}
    , m_badges{badgeFontFor(font), QFontMetrics(badgeFontFor(font))}
    , m_rowPadding(kRowPadding)
{
}

void SocketDelegate::setFont(const QFont& font)
{
    m_text = {font, QFontMetrics(font)};
    m_figures = {figureFontFor(font), QFontMetrics(figureFontFor(font))};
    m_badges = {badgeFontFor(font), QFontMetrics(badgeFontFor(font))};
    m_badgeCache.clear();
}

void SocketDelegate::setCompact(bool isCompact)
{
    m_rowPadding = isCompact ? kCompactRowPadding : kRowPadding;
}

int SocketDelegate::rowHeight() const
{
    return std::max(m_text.metrics.height(), m_figures.metrics.height()) + m_rowPadding;
}

int SocketDelegate::contentWidth(Column column) const
{
    const bool isBadge = isBadgeColumn(column);
    const QFontMetrics& metrics = isBadge                ? m_badges.metrics
                                  : isMonospaced(column) ? m_figures.metrics
                                                         : m_text.metrics;
    int width = 0;
    for (const QString& sample : columnSamples(column)) {
        width = std::max(width, metrics.horizontalAdvance(sample));
    }
    return width + (isBadge ? badgePadding() : 0) + 2 * kCellPadding;
}

int SocketDelegate::badgePadding() const
{
    return m_badges.metrics.height();
}

QSize SocketDelegate::sizeHint(const QStyleOptionViewItem& /*option*/,
                               const QModelIndex& index) const
{
    const bool isBadge = index.data(BadgeRole).toInt() != static_cast<int>(Tone::None);
    const bool isNumberFont = isMonospaced(static_cast<Column>(index.column()));
    const QFontMetrics& metrics = isBadge        ? m_badges.metrics
                                  : isNumberFont ? m_figures.metrics
                                                 : m_text.metrics;
    const int text = metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    return {text + (isBadge ? badgePadding() : 0) + 2 * kCellPadding, rowHeight()};
}

void SocketDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    paintGround(painter, option, index, colors);
    QRect rect = option.rect.adjusted(kCellPadding, 0, -kCellPadding, 0);
    if (flashOf(index) != Flash::None && !isNumeric(static_cast<Column>(index.column())) &&
        isLeftmost(option, index)) {
        rect.setLeft(rect.left() + kGlyphWidth);
    }
    if (index.column() == static_cast<int>(Column::Activity)) {
        if (const auto* trend = index.data(TrendRole).value<const PortTrend*>()) {
            rect = paintTrend(painter, rect, *trend, colors);
        }
    }
    const auto tone = static_cast<Tone>(index.data(BadgeRole).toInt());
    if (tone != Tone::None) {
        paintBadge(painter, rect, index.data(Qt::DisplayRole).toString(), tone, colors);
    } else if (!rect.isEmpty()) {
        paintText(painter, rect, index, colors);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintCellFocus(*painter, option.rect, colors.accent);
    }
}

void SocketDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index, const PaletteColors& colors) const
{
    const bool isAtEdge = isLeftmost(option, index);
    QRect tinted = option.rect;
    if (isAtEdge) {
        tinted.setLeft(0);  // in a tree, the tint covers the branches too
    }
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QVariant severity = index.data(SeverityRole);
    if (severity.isValid()) {
        const Tone tone = toneOf(static_cast<Severity>(severity.toInt()));
        const QColor& hue = colors.tone(tone);
        if (isSelected) {
            painter->fillRect(tinted, colors.alertTint(tone == Tone::Danger, true));
            painter->fillRect(tinted.left(), tinted.top(), tinted.width(), 1, hue);
            painter->fillRect(tinted.left(), tinted.bottom(), tinted.width(), 1, hue);
        }
        if (isAtEdge) {
            painter->fillRect(QRect(0, tinted.top(), kAlertBarWidth, tinted.height()), hue);
        }
    } else if (isSelected) {
        painter->fillRect(option.rect, colors.selection);
    }
    const Flash flash = flashOf(index);
    if (flash == Flash::None) {
        return;
    }
    painter->fillRect(tinted, translucent(colors.flash(flash), colors.tintAlpha()));
    if (isAtEdge) {
        painter->setPen(colors.flash(flash));
        painter->setFont(m_figures.font);
        painter->drawText(option.rect.adjusted(kCellPadding, 0, 0, 0),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, glyph(flash));
    }
}

void SocketDelegate::paintText(QPainter* painter, const QRect& rect, const QModelIndex& index,
                               const PaletteColors& colors) const
{
    const auto column = static_cast<Column>(index.column());
    const Face& face = isMonospaced(column) ? m_figures : m_text;
    // The beginning and the end tell addresses and scripts apart.
    const bool isElidedInside =
        (isMonospaced(column) && !isNumeric(column)) || column == Column::Process;
    QString text = index.data(Qt::DisplayRole).toString();
    if (face.metrics.horizontalAdvance(text) > rect.width()) {
        text = face.metrics.elidedText(text, isElidedInside ? Qt::ElideMiddle : Qt::ElideRight,
                                       rect.width());
    }
    if (index.data(DimRole).toBool() || flashOf(index) == Flash::Closed) {
        painter->setPen(colors.dim);
    } else if (column == Column::Received || column == Column::Sent) {
        painter->setPen(column == Column::Received ? colors.received : colors.sent);
    } else {
        painter->setPen(colors.text);
    }
    painter->setFont(face.font);
    painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
}

QRect SocketDelegate::paintTrend(QPainter* painter, const QRect& rect, const PortTrend& trend,
                                 const PaletteColors& colors) const
{
    // Smallest top of the scale, so that a single connection does not look like a peak.
    constexpr std::uint32_t kLeastTop = 5;
    constexpr int kMinutes = static_cast<int>(PortTrend::kMinutes);
    const int figures = m_figures.metrics.horizontalAdvance(QStringLiteral("9999"));
    const bool hasFigures = rect.width() >= 2 * kMinutes + kCellPadding + figures;
    const int width = rect.width() - (hasFigures ? kCellPadding + figures : 0);
    const int step = std::min(width / kMinutes, 3);
    if (step == 0) {
        return rect;
    }
    const auto most =
        std::max(kLeastTop, *std::max_element(trend.opened.begin(), trend.opened.end()));
    const int room = rect.height() - m_rowPadding;
    const int bottom = rect.top() + m_rowPadding / 2 + room;
    const int thickness = std::max(1, step - 1);
    for (int minute = 0; minute < kMinutes; ++minute) {
        const auto place = static_cast<std::size_t>(minute);
        if (!trend.isKnown.test(place)) {
            continue;  // Not watched in this minute: not even the base line is drawn.
        }
        const int left = rect.left() + minute * step;
        painter->fillRect(left, bottom, step, 1, colors.line);
        if (const std::uint32_t opened = trend.opened.at(place); opened > 0) {
            const int height = std::max(
                1, static_cast<int>(std::uint64_t{opened} * static_cast<unsigned>(room) / most));
            painter->fillRect(left, bottom - height, thickness, height, colors.accent);
        }
    }
    return hasFigures ? rect.adjusted(kMinutes * step + kCellPadding, 0, 0, 0) : QRect();
}

void SocketDelegate::paintBadge(QPainter* painter, const QRect& rect, const QString& text,
                                Tone tone, const PaletteColors& colors) const
{
    const QPixmap pixmap = badge(text, tone, colors, painter->device()->devicePixelRatioF());
    const QSize size = pixmap.deviceIndependentSize().toSize();
    const int width = std::min(size.width(), rect.width());
    if (width <= 0) {
        return;
    }
    const QPoint at(rect.left(), rect.center().y() - size.height() / 2 + 1);
    painter->save();
    painter->setClipRect(QRect(at, QSize(width, size.height())), Qt::IntersectClip);
    painter->drawPixmap(at, pixmap);
    painter->restore();
}

QPixmap SocketDelegate::badge(const QString& text, Tone tone, const PaletteColors& colors,
                              qreal devicePixelRatio) const
{
    const QColor color = colors.tone(tone);
    const QColor ground = colors.badgeGround(color);
    // The colors themselves: two dark themes have different ones.
    const QString key = QStringLiteral("%1|%2|%3|%4")
                            .arg(color.rgba())
                            .arg(ground.rgba())
                            .arg(devicePixelRatio)
                            .arg(text);
    if (const auto known = m_badgeCache.constFind(key); known != m_badgeCache.constEnd()) {
        return *known;
    }
    const QSize size(m_badges.metrics.horizontalAdvance(text) + badgePadding(),
                     m_badges.metrics.height() + 3);
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const double radius = size.height() / 2.0;
    painter.drawRoundedRect(QRectF(QPointF(0, 0), size), radius, radius);
    painter.setPen(color);
    painter.setFont(m_badges.font);
    painter.drawText(QRect(QPoint(0, 0), size), Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.end();
    m_badgeCache.insert(key, pixmap);
    return pixmap;
}

}  // namespace quaywatch
