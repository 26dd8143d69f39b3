// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/control_painter.h"

#include "app/delegates/color_mix.h"
#include "app/delegates/palette_colors.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace quaywatch {

ControlLook ControlLook::of(const QStyleOption& option)
{
    ControlLook look;
    look.isEnabled = option.state.testFlag(QStyle::State_Enabled);
    look.isFlat = option.state.testFlag(QStyle::State_AutoRaise);
    look.isOn = option.state.testFlag(QStyle::State_On);
    look.isHovered = look.isEnabled && option.state.testFlag(QStyle::State_MouseOver);
    look.isPressed = look.isEnabled && option.state.testFlag(QStyle::State_Sunken);
    return look;
}

ControlColors ControlColors::of(const ControlLook& look, const QPalette& palette)
{
    const PaletteColors& colors = PaletteColors::of(palette);
    if (look.isOn) {
        return {colors.selection, look.isEnabled ? colors.accent : colors.line};
    }
    if (look.isFlat && !look.isHovered && !look.isPressed) {
        return {};
    }
    constexpr double kHovered = 0.05;
    constexpr double kPressed = 0.12;
    const QColor ground = look.isEnabled ? colors.button() : colors.window;
    const double share = look.isPressed ? kPressed : look.isHovered ? kHovered : 0.0;
    const QColor edge = !look.isEnabled  ? colors.line
                        : look.isDefault ? colors.accent
                        : look.isFlat    ? colors.line
                                         : colors.handle();
    return {mixed(ground, colors.text, share), edge};
}

void paintShape(QPainter& painter, const QPainterPath& shape, const ControlColors& colors)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.edge.isValid() ? QPen(colors.edge, 1) : QPen(Qt::NoPen));
    painter.setBrush(colors.fill.isValid() ? QBrush(colors.fill) : QBrush(Qt::NoBrush));
    painter.drawPath(shape);
    painter.restore();
}

void paintPanel(QPainter& painter, const QRect& rect, const ControlColors& colors)
{
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), kCornerRadius, kCornerRadius);
    paintShape(painter, shape, colors);
}

void paintFocusRing(QPainter& painter, const QRect& rect, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(PaletteColors::of(palette).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), kCornerRadius - 1,
                            kCornerRadius - 1);
    painter.restore();
}

void paintChevron(QPainter& painter, const QRect& rect, Qt::ArrowType direction,
                  const QColor& color)
{
    constexpr double kHalfWidth = 3.5;
    constexpr double kHalfHeight = 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.translate(QRectF(rect).center());
    switch (direction) {
        case Qt::UpArrow:
            painter.rotate(180);
            break;
        case Qt::LeftArrow:
            painter.rotate(90);
            break;
        case Qt::RightArrow:
            painter.rotate(-90);
            break;
        default:
            break;
    }
    painter.drawPolyline(
        QPolygonF{{-kHalfWidth, -kHalfHeight}, {0, kHalfHeight}, {kHalfWidth, -kHalfHeight}});
    painter.restore();
}

}  // namespace quaywatch
