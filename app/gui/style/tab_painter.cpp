// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/tab_painter.h"

#include "app/gui/style/control_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace quaywatch {
namespace {

/// A rectangle whose left or right corners are round.
QPainterPath segment(const QRectF& rect, bool isRoundLeft, bool isRoundRight)
{
    QPainterPath whole;
    whole.addRoundedRect(rect, kCornerRadius, kCornerRadius);
    QPainterPath corners;
    const double half = rect.width() / 2;
    if (!isRoundLeft) {
        corners.addRect(rect.adjusted(0, 0, -half, 0));
    }
    if (!isRoundRight) {
        corners.addRect(rect.adjusted(half, 0, 0, 0));
    }
    return whole.united(corners);
}

}  // namespace

void paintTab(QPainter& painter, const QStyleOptionTab& option)
{
    ControlLook look = ControlLook::of(option);
    look.isFlat = false;
    look.isPressed = false;
    look.isOn = option.state.testFlag(QStyle::State_Selected);
    const bool isAlone = option.position == QStyleOptionTab::OnlyOneTab;
    const bool isFirst = isAlone || option.position == QStyleOptionTab::Beginning;
    const bool isLast = isAlone || option.position == QStyleOptionTab::End;
    const bool isReversed = option.direction == Qt::RightToLeft;
    QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!isLast) {
        // Neighbors share the pixels of their edge. The current tab is drawn last.
        rect.adjust(isReversed ? -1 : 0, 0, isReversed ? 0 : 1, 0);
    }
    paintShape(painter, segment(rect, isReversed ? isLast : isFirst, isReversed ? isFirst : isLast),
               ControlColors::of(look, option.palette));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(painter, option.rect, option.palette);
    }
}

}  // namespace quaywatch
