// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/button_painter.h"

#include "app/delegates/palette_colors.h"
#include "app/gui/style/control_painter.h"

#include <QIcon>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace quaywatch {
namespace {

constexpr int kMenuArrowWidth = 16;
constexpr int kArrowMargin = 6;
constexpr int kTextPadding = 10;
constexpr int kIconPadding = 6;
constexpr int kIconGap = 6;

bool hasText(const QStyleOptionToolButton& button)
{
    return button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
}

bool hasIconBesideText(const QStyleOptionToolButton& button)
{
    return hasText(button) && button.toolButtonStyle == Qt::ToolButtonTextBesideIcon &&
           !button.icon.isNull();
}

bool hasRoomForArrow(const QStyleOptionToolButton& button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button.state.testFlag(QStyle::State_AutoRaise);
}

}  // namespace

void paintButton(QPainter& painter, const QStyleOption& option)
{
    ControlLook look = ControlLook::of(option);
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option)) {
        look.isFlat = button->features.testFlag(QStyleOptionButton::Flat);
        look.isDefault = button->features.testFlag(QStyleOptionButton::DefaultButton);
    }
    paintPanel(painter, option.rect, ControlColors::of(look, option.palette));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(painter, option.rect, option.palette);
    }
}

void paintToolButton(QPainter& painter, const QStyleOptionToolButton& button, const QStyle& style,
                     const QWidget* widget)
{
    QStyleOptionToolButton copy = button;
    paintButton(painter, button);
    if (hasText(button)) {
        copy.rect.adjust(kTextPadding, 0, -kTextPadding, 0);
    }
    if (hasIconBesideText(button)) {
        // Qt leaves two pixels between the icon and the text.
        const QRect icon(copy.rect.left(), copy.rect.center().y() - copy.iconSize.height() / 2 + 1,
                         copy.iconSize.width(), copy.iconSize.height());
        const bool isEnabled = copy.state.testFlag(QStyle::State_Enabled);
        copy.icon.paint(&painter, QStyle::visualRect(copy.direction, copy.rect, icon),
                        Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        copy.rect.setLeft(icon.right() + 1 + kIconGap);
        copy.toolButtonStyle = Qt::ToolButtonTextOnly;
        copy.icon = {};
    }
    if (hasRoomForArrow(button)) {
        const QRect arrow(button.rect.right() + 1 - kMenuArrowWidth - kArrowMargin,
                          button.rect.top(), kMenuArrowWidth, button.rect.height());
        paintChevron(painter, QStyle::visualRect(button.direction, button.rect, arrow),
                     Qt::DownArrow, PaletteColors::of(button.palette).text);
        copy.rect.setRight(copy.rect.right() - kMenuArrowWidth);
        copy.rect = QStyle::visualRect(button.direction, button.rect, copy.rect);
    }
    // The arrow is drawn; the label would draw another one.
    copy.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    copy.state.setFlag(QStyle::State_Sunken, false);
    style.drawControl(QStyle::CE_ToolButtonLabel, &copy, &painter, widget);
}

int toolButtonWidth(const QStyleOptionToolButton& button, int contents)
{
    int width = contents + 2 * (hasText(button) ? kTextPadding : kIconPadding);
    width += hasIconBesideText(button) ? kIconGap : 0;
    return width + (hasRoomForArrow(button) ? kMenuArrowWidth : 0);
}

}  // namespace quaywatch
