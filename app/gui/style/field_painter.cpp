// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/field_painter.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/style/control_painter.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

namespace quaywatch {
namespace {

bool isEnabled(const QStyleOption& option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

QColor arrowColor(const QStyleOption& option, bool isUsable)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    return isEnabled(option) && isUsable ? colors.text : colors.line;
}

/// Fill and outline of a check box or radio button.
ControlColors boxColors(const QStyleOption& option)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    const bool isOn =
        option.state.testFlag(QStyle::State_On) || option.state.testFlag(QStyle::State_NoChange);
    if (!isEnabled(option)) {
        return {colors.window, colors.line};
    }
    return isOn ? ControlColors{colors.accent, colors.accent}
                : ControlColors{colors.base, colors.dim};
}

QColor markColor(const QStyleOption& option)
{
    return option.palette.color(isEnabled(option) ? QPalette::HighlightedText : QPalette::Text);
}

/// The largest square with whole pixels in the middle of a rectangle.
QRectF squareIn(const QRect& rect)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    return QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5);
}

}  // namespace

void paintField(QPainter& painter, const QStyleOption& option, bool isInvalid)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    const QColor edge = isInvalid                                       ? colors.warning
                        : !isEnabled(option)                            ? colors.line
                        : option.state.testFlag(QStyle::State_HasFocus) ? colors.accent
                                                                        : colors.handle();
    paintPanel(painter, option.rect, {isEnabled(option) ? colors.base : colors.window, edge});
}

void paintComboBox(QPainter& painter, const QStyleOptionComboBox& option, const QStyle& style,
                   const QWidget* widget)
{
    if (option.frame && option.editable) {
        paintField(painter, option, false);
    } else if (option.frame) {
        ControlLook look = ControlLook::of(option);
        look.isFlat = false;
        look.isOn = false;
        paintPanel(painter, option.rect, ControlColors::of(look, option.palette));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            paintFocusRing(painter, option.rect, option.palette);
        }
    }
    if (option.subControls.testFlag(QStyle::SC_ComboBoxArrow)) {
        paintChevron(
            painter,
            style.subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget),
            Qt::DownArrow, arrowColor(option, true));
    }
}

void paintSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style,
                  const QWidget* widget)
{
    if (option.frame) {
        paintField(painter, option, false);
    }
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const auto rectOf = [&](QStyle::SubControl part) {
        return style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
    };
    paintChevron(painter, rectOf(QStyle::SC_SpinBoxUp), Qt::UpArrow,
                 arrowColor(option, option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled)));
    paintChevron(
        painter, rectOf(QStyle::SC_SpinBoxDown), Qt::DownArrow,
        arrowColor(option, option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled)));
}

void paintCheckBox(QPainter& painter, const QStyleOption& option)
{
    constexpr double kRadius = 4;
    const QRectF box = squareIn(option.rect);
    QPainterPath shape;
    shape.addRoundedRect(box, kRadius, kRadius);
    paintShape(painter, shape, boxColors(option));
    const bool isPartly = option.state.testFlag(QStyle::State_NoChange);
    if (!isPartly && !option.state.testFlag(QStyle::State_On)) {
        return;
    }
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + box.width() * x, box.top() + box.height() * y);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(markColor(option), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(isPartly ? QPolygonF{at(0.28, 0.5), at(0.72, 0.5)}
                                  : QPolygonF{at(0.24, 0.52), at(0.43, 0.70), at(0.77, 0.31)});
    painter.restore();
}

void paintRadioButton(QPainter& painter, const QStyleOption& option)
{
    const QRectF box = squareIn(option.rect);
    QPainterPath shape;
    shape.addEllipse(box);
    paintShape(painter, shape, boxColors(option));
    if (option.state.testFlag(QStyle::State_On)) {
        const double inset = box.width() * 0.3;
        QPainterPath mark;
        mark.addEllipse(box.adjusted(inset, inset, -inset, -inset));
        paintShape(painter, mark, {markColor(option), {}});
    }
}

}  // namespace quaywatch
