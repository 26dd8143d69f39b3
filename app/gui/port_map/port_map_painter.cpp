// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/port_map/port_map_painter.h"

#include "app/delegates/color_mix.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QRadialGradient>

#include <algorithm>
#include <cmath>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kLeastFigure = 7.0;
constexpr double kMaxCellNumber = 13.0;
constexpr double kDimness = 0.78;  // opacity of the background over a filtered-out cell
constexpr int kStateCount = 6;

QColor translucent(QColor color, double alpha)
{
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

std::optional<QFont> figureFont(QFont font, QSize face, int digits)
{
    const QString widest(digits, u'0');
    for (int size = static_cast<int>(std::min(kMaxCellNumber, face.height() * 0.72));
         size >= kLeastFigure; --size) {
        font.setPixelSize(size);
        if (QFontMetricsF(font).horizontalAdvance(widest) <= face.width() - 1) {
            return font;
        }
    }
    return std::nullopt;
}

QRectF sharp(const QRectF& rect)
{
    return rect.adjusted(0.5, 0.5, -0.5, -0.5);
}

}  // namespace

PortMapPainter::PortMapPainter(const PortMapColors& colors, const QFont& figures, QSize face,
                               int digits, qreal pixelRatio)
    : m_colors(colors)
    , m_figures(figureFont(figures, face, digits))
    , m_face(face)
    , m_pixelRatio(pixelRatio)
    , m_radius(std::clamp(std::min(face.width(), face.height()) / 5.0, 1.0, 4.0))
{
}

QPixmap PortMapPainter::makePixmap(QSize size) const
{
    QPixmap pixmap(size * m_pixelRatio);
    pixmap.setDevicePixelRatio(m_pixelRatio);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

void PortMapPainter::paintAssignment(QPainter& painter, const QRect& face, AssignmentState tcp,
                                     AssignmentState udp)
{
    const int key = static_cast<int>(tcp) * kStateCount + static_cast<int>(udp);
    auto known = m_states.constFind(key);
    if (known == m_states.constEnd()) {
        QPixmap pixmap = makePixmap(m_face);
        QPainter tile(&pixmap);
        tile.setRenderHint(QPainter::Antialiasing);
        const QRectF whole(QPointF(0, 0), m_face);
        drawState(tile, whole, tcp);
        if (udp != tcp) {
            // The half below the diagonal shows UDP, as the legend says.
            QPainterPath half;
            half.moveTo(whole.topRight());
            half.lineTo(whole.bottomRight());
            half.lineTo(whole.bottomLeft());
            half.closeSubpath();
            tile.setClipPath(half);
            tile.setCompositionMode(QPainter::CompositionMode_Clear);
            tile.fillRect(whole, Qt::black);
            tile.setCompositionMode(QPainter::CompositionMode_SourceOver);
            drawState(tile, whole, udp);
        }
        tile.end();
        known = m_states.insert(key, pixmap);
    }
    painter.drawPixmap(face.topLeft(), *known);
}

void PortMapPainter::drawState(QPainter& painter, const QRectF& face, AssignmentState state) const
{
    const bool isSolid = state == AssignmentState::Assigned || state == AssignmentState::Private;
    painter.setPen(isSolid ? QPen(Qt::NoPen) : QPen(m_colors.rim, 1));
    painter.setBrush(isSolid ? m_colors.assigned : m_colors.hole);
    painter.drawRoundedRect(isSolid ? face : sharp(face), m_radius, m_radius);
    const QPointF center = face.center();
    const double arm = std::min(face.width(), face.height()) * 0.2;
    painter.setPen(QPen(m_colors.mark, 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
        case AssignmentState::Assigned:
        case AssignmentState::Unassigned:
            break;
        case AssignmentState::Private:
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_colors.mark);
            painter.drawEllipse(center, arm * 0.8, arm * 0.8);
            break;
        case AssignmentState::Reserved: {
            painter.save();
            painter.setClipRect(face.adjusted(1.5, 1.5, -1.5, -1.5), Qt::IntersectClip);
            painter.setPen(QPen(m_colors.mark, 1));
            const double step = std::max(4.0, face.height() / 4.0);
            const double first = face.left() - face.height() + step / 2;
            const int lines = static_cast<int>(std::ceil((face.right() - first) / step));
            for (int i = 0; i < lines; ++i) {
                const double x = first + i * step;
                painter.drawLine(QPointF(x, face.bottom()), QPointF(x + face.height(), face.top()));
            }
            painter.restore();
            break;
        }
        case AssignmentState::Deassigned:
            painter.drawLine(center - QPointF(arm, arm), center + QPointF(arm, arm));
            painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
            break;
        case AssignmentState::Unlisted:
            painter.drawLine(center - QPointF(arm * 1.4, 0), center + QPointF(arm * 1.4, 0));
            break;
    }
}

void PortMapPainter::paintCell(QPainter& painter, const QRect& face, const PortMapCell& cell,
                               const QString& figure)
{
    if (cell.isListening()) {
        drawListener(painter, face, cell, figure);
        return;
    }
    paintAssignment(painter, face, cell.tcp, cell.udp);
    if (cell.isUsed) {
        drawUse(painter, face, cell.verdict, cell.isSevere);
    }
}

void PortMapPainter::drawListener(QPainter& painter, const QRectF& face, const PortMapCell& cell,
                                  const QString& figure) const
{
    const QColor& hue = m_colors.verdict(cell.verdict, cell.isSevere);
    const bool isFilled = cell.isExposed || cell.verdict == Verdict::Unexpected;
    const QColor& ink = isFilled ? m_colors.ink : m_colors.text;
    // A listener of UDP only is round.
    const double radius = cell.listensTcp ? m_radius : face.height() / 2;
    painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(hue, 1.4));
    painter.setBrush(m_colors.face(hue, isFilled));
    painter.drawRoundedRect(isFilled ? face : face.adjusted(0.7, 0.7, -0.7, -0.7), radius, radius);
    if (cell.listensTcp && cell.listensUdp && face.width() >= 10) {
        const QRectF bar(face.left() + face.width() * 0.25, face.bottom() - 2.6, face.width() * 0.5,
                         1.4);
        painter.fillRect(bar, ink);
    }
    if (!figure.isEmpty() && m_figures) {
        painter.setPen(ink);
        painter.setFont(*m_figures);
        painter.drawText(face, Qt::AlignCenter | Qt::TextSingleLine, figure);
    }
    drawVerdict(painter, face, cell.verdict, ink);
}

void PortMapPainter::drawVerdict(QPainter& painter, const QRectF& face, Verdict verdict,
                                 const QColor& ink)
{
    const double side = std::clamp(face.height() * 0.3, 3.0, 8.0);
    switch (verdict) {
        case Verdict::Ordinary:
            return;
        case Verdict::Unexpected: {
            const QPointF corner = face.topRight();
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawPolygon(QPolygonF{{corner + QPointF(-side - 1, 1), corner + QPointF(-1, 1),
                                           corner + QPointF(-1, side + 1)}});
            return;
        }
        case Verdict::Expected: {
            const QPointF corner = face.bottomRight() + QPointF(-2, -2);
            painter.setPen(QPen(ink, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(
                QPolygonF{{corner + QPointF(-side, -side * 0.4), corner + QPointF(-side * 0.6, 0),
                           corner + QPointF(0, -side * 0.9)}});
            return;
        }
        case Verdict::Explained:
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(face.topRight() + QPointF(-side * 0.7 - 1, side * 0.7 + 1),
                                side * 0.4, side * 0.4);
            return;
    }
}

void PortMapPainter::drawUse(QPainter& painter, const QRectF& face, Verdict verdict,
                             bool isSevere) const
{
    const double radius = std::clamp(face.height() * 0.22, 1.5, 4.5);
    const bool isOrdinary = verdict == Verdict::Ordinary || verdict == Verdict::Expected;
    const QColor& hue = isOrdinary ? m_colors.used : m_colors.verdict(verdict, isSevere);
    if (verdict == Verdict::Unexpected) {
        painter.setPen(QPen(hue, 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(face.adjusted(0.8, 0.8, -0.8, -0.8), m_radius, m_radius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    painter.drawEllipse(face.center(), radius, radius);
}

void PortMapPainter::paintBlock(QPainter& painter, const QRect& face, const PortMapBlock& block,
                                const QString& figure)
{
    const double share = block.ports == 0 ? 0 : static_cast<double>(block.assigned) / block.ports;
    const QRectF whole(face);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(m_colors.free, m_colors.assigned, share));
    painter.drawRoundedRect(whole, m_radius, m_radius);
    if (block.listening > 0) {
        PortMapCell cell;
        cell.listensTcp = true;
        cell.isExposed = block.isExposed;
        cell.verdict = block.verdict;
        cell.isSevere = block.isSevere;
        drawListener(painter, whole, cell, figure);
    } else if (block.isUsed) {
        drawUse(painter, whole, block.verdict, block.isSevere);
    }
}

void PortMapPainter::paintDimness(QPainter& painter, const QRect& slot) const
{
    painter.fillRect(slot, translucent(m_colors.ground, kDimness));
}

int PortMapPainter::reachOf(PortEvent event, bool isWide) const noexcept
{
    const int side = std::max(m_face.height(), 8);
    switch (event) {
        case PortEvent::Traffic:
            return side / 3 + 1;
        case PortEvent::Alarm:
            return isWide ? side * 5 / 2 : side * 3 / 4;
        case PortEvent::Changed:
        case PortEvent::Closed:
        case PortEvent::Opened:
            return isWide ? side : side / 2;
    }
    return side;
}

int PortMapPainter::rippleReach() const noexcept
{
    return std::max(m_face.height(), 8) * 4;
}

QPixmap PortMapPainter::makeGlow(const Glow& glow, int reach) const
{
    const QSize size = m_face + QSize(2 * reach, 2 * reach);
    QPixmap pixmap = makePixmap(size);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor& hue = m_colors.event(glow.event, glow.isSevere);
    const bool isAlarm = glow.event == PortEvent::Alarm;
    const QRectF face(QPointF(reach, reach), m_face);
    // A soft glow: layers in the shape of the face, each wider and fainter.
    painter.setPen(Qt::NoPen);
    const double depth = isAlarm ? 0.95 : 0.8;
    const int layers = std::max(3, reach);
    for (int layer = layers; layer > 0; --layer) {
        const double out = static_cast<double>(layer) / layers;
        const double alpha = depth * std::pow(1 - out, 2.2) * 4.0 / layers;
        const double grow = reach * out;
        painter.setBrush(translucent(hue, std::clamp(alpha, 0.0, 1.0)));
        painter.drawRoundedRect(face.adjusted(-grow, -grow, grow, grow), m_radius + grow,
                                m_radius + grow);
    }
    // The face itself gets only a faint tint, so that its text stays readable.
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(face, m_radius, m_radius);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(translucent(hue, isAlarm ? 0.0 : m_colors.glowShare));
    painter.drawRoundedRect(face, m_radius, m_radius);
    painter.setPen(QPen(hue, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(face.adjusted(-0.5, -0.5, 0.5, 0.5), m_radius, m_radius);
    return pixmap;
}

void PortMapPainter::paintGlow(QPainter& painter, const QRect& face, const Glow& glow)
{
    const bool isSevere = glow.isSevere && glow.event == PortEvent::Alarm;
    const std::size_t row =
        isSevere ? m_highlights.size() - 1 : static_cast<std::size_t>(glow.event);
    QPixmap& pixmap = m_highlights.at(row).at(glow.isWide ? 1 : 0);
    const int reach = reachOf(glow.event, glow.isWide);
    if (pixmap.isNull()) {
        pixmap = makeGlow(glow, reach);
    }
    painter.setOpacity(glow.strength);
    painter.drawPixmap(face.topLeft() - QPoint(reach, reach), pixmap);
    painter.setOpacity(1);
}

void PortMapPainter::paintRipple(QPainter& painter, const QRect& face, bool isSevere,
                                 double progress) const
{
    const QColor& hue = m_colors.event(PortEvent::Alarm, isSevere);
    const QRectF whole(face);
    painter.setBrush(Qt::NoBrush);
    for (const double delay : {0.0, 0.3}) {
        const double at = (progress - delay) / (1 - delay);
        if (at <= 0 || at >= 1) {
            continue;
        }
        const double grow = rippleReach() * 0.95 * (1 - (1 - at) * (1 - at));
        painter.setPen(QPen(translucent(hue, (1 - at) * 0.9), 1 + 1.6 * (1 - at)));
        painter.drawRoundedRect(whole.adjusted(-grow, -grow, grow, grow), m_radius + grow,
                                m_radius + grow);
    }
}

void PortMapPainter::paintFocus(QPainter& painter, const QRect& face, bool isStrong) const
{
    const QRectF around = QRectF(face).adjusted(-1, -1, 1, 1);
    painter.setBrush(Qt::NoBrush);
    if (isStrong) {
        painter.setPen(QPen(m_colors.ground, 3.6));
        painter.drawRoundedRect(around, m_radius + 1, m_radius + 1);
    }
    painter.setPen(QPen(isStrong ? m_colors.focus : m_colors.dim, isStrong ? 2 : 1.5));
    painter.drawRoundedRect(around, m_radius + 1, m_radius + 1);
}

}  // namespace quaywatch
