// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/style/program_style.h"

#include "app/delegates/cell_style.h"
#include "app/delegates/palette_colors.h"
#include "app/gui/style/button_painter.h"
#include "app/gui/style/control_painter.h"
#include "app/gui/style/field_painter.h"
#include "app/gui/style/header_painter.h"
#include "app/gui/style/scroll_bar.h"
#include "app/gui/style/tab_painter.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCursor>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Space between the edge of a field and its text, beside that of Qt.
constexpr int kTextIndent = 4;
/// Space between the text of a control and its upper and lower edge.
constexpr int kFieldPadding = 6;

bool isInvalid(const QWidget* widget)
{
    return widget != nullptr && widget->property("invalid").toBool();
}

/// Qt takes the pointer for being over a button until it moves, also after a menu has closed.
bool isReallyHovered(const QStyleOption& option, const QWidget* widget)
{
    return option.state.testFlag(QStyle::State_MouseOver) &&
           (widget == nullptr || option.rect.contains(widget->mapFromGlobal(QCursor::pos())));
}

void drawEdge(const QRect& rect, QPainter& painter, const QColor& color)
{
    painter.save();
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.restore();
}

Qt::ArrowType arrowOf(QStyle::PrimitiveElement element)
{
    switch (element) {
        case QStyle::PE_IndicatorArrowUp:
            return Qt::UpArrow;
        case QStyle::PE_IndicatorArrowLeft:
            return Qt::LeftArrow;
        case QStyle::PE_IndicatorArrowRight:
            return Qt::RightArrow;
        default:
            return Qt::DownArrow;
    }
}

}  // namespace

ProgramStyle::ProgramStyle()
    : QProxyStyle(u"Fusion"_s)
{
    setObjectName(u"quaywatch"_s);
}

void ProgramStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr ||
        qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QHeaderView*>(widget) != nullptr ||
        qobject_cast<QScrollBar*>(widget) != nullptr || qobject_cast<QTabBar*>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const
{
    if (!drawIndicator(element, *option, *painter) &&
        !drawFrame(element, *option, *painter, widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool ProgramStyle::drawIndicator(PrimitiveElement element, const QStyleOption& option,
                                 QPainter& painter)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    switch (element) {
        case PE_PanelButtonCommand:
        case PE_PanelButtonTool:
            paintButton(painter, option);
            return true;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            paintCheckBox(painter, option);
            return true;
        case PE_IndicatorRadioButton:
            paintRadioButton(painter, option);
            return true;
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight:
            paintChevron(painter, option.rect, arrowOf(element),
                         option.state.testFlag(State_Enabled) ? colors.text : colors.line);
            return true;
        default:
            return false;
    }
}

bool ProgramStyle::drawFrame(PrimitiveElement element, const QStyleOption& option,
                             QPainter& painter, const QWidget* widget)
{
    const PaletteColors& colors = PaletteColors::of(option.palette);
    switch (element) {
        case PE_FrameFocusRect:
            // Buttons draw the ring with their panel.
            if (qobject_cast<const QPushButton*>(widget) == nullptr &&
                qobject_cast<const QToolButton*>(widget) == nullptr) {
                paintFocusRing(painter, option.rect, option.palette);
            }
            return true;
        case PE_FrameLineEdit:
            paintField(painter, option, isInvalid(widget));
            return true;
        case PE_PanelLineEdit: {
            const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(&option);
            if (frame != nullptr && frame->lineWidth > 0) {
                paintField(painter, option, isInvalid(widget));
            }
            return true;
        }
        case PE_Frame:
            drawEdge(option.rect, painter,
                     widget != nullptr && widget->isWindow() ? colors.handle() : colors.line);
            return true;
        case PE_PanelMenu:
        case PE_PanelTipLabel:
            painter.fillRect(option.rect, element == PE_PanelMenu ? colors.base : colors.button());
            drawEdge(option.rect, painter, colors.handle());
            return true;
        case PE_FrameMenu:
        case PE_FrameStatusBarItem:
        case PE_FrameTabBarBase:
            return true;
        case PE_PanelStatusBar:
            painter.fillRect(option.rect.left(), option.rect.top(), option.rect.width(), 1,
                             colors.line);
            return true;
        default:
            return false;
    }
}

void ProgramStyle::drawControl(ControlElement element, const QStyleOption* option,
                               QPainter* painter, const QWidget* widget) const
{
    const PaletteColors& colors = PaletteColors::of(option->palette);
    switch (element) {
        case CE_Header:
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
                paintHeaderSection(*painter, *header);
                return;
            }
            break;
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, colors.window);
            painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                              colors.line);
            return;
        case CE_TabBarTabShape:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
                QStyleOptionTab copy = *tab;
                copy.state.setFlag(State_MouseOver, isReallyHovered(*tab, widget));
                paintTab(*painter, copy);
                return;
            }
            break;
        case CE_TabBarTabLabel:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
                drawTabLabel(*tab, *painter, widget);
                return;
            }
            break;
        case CE_ToolBar:
            painter->fillRect(option->rect, colors.window);
            painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                              colors.line);
            return;
        case CE_Splitter:
            painter->fillRect(option->rect, colors.line);
            return;
        case CE_ItemViewItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
                // The selection is pale, so its text keeps its color.
                QStyleOptionViewItem copy = *item;
                copy.palette.setColor(QPalette::Highlight, colors.selection);
                copy.palette.setColor(QPalette::HighlightedText, colors.text);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            break;
        default:
            break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ProgramStyle::drawTabLabel(const QStyleOptionTab& tab, QPainter& painter,
                                const QWidget* widget) const
{
    const PaletteColors& colors = PaletteColors::of(tab.palette);
    const int mnemonic = proxy()->styleHint(SH_UnderlineShortcut, &tab, widget) != 0
                             ? Qt::TextShowMnemonic
                             : Qt::TextHideMnemonic;
    painter.setPen(tab.state.testFlag(State_Selected) ? colors.text : colors.dim);
    painter.drawText(
        tab.rect,
        static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextSingleLine) | mnemonic,
        tab.text);
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const
{
    switch (control) {
        case CC_ToolButton:
            if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
                QStyleOptionToolButton copy = *button;
                copy.state.setFlag(State_MouseOver, isReallyHovered(*button, widget));
                paintToolButton(*painter, copy, *proxy(), widget);
                return;
            }
            break;
        case CC_ComboBox:
            if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
                paintComboBox(*painter, *combo, *proxy(), widget);
                return;
            }
            break;
        case CC_SpinBox:
            if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
                paintSpinBox(*painter, *spin, *proxy(), widget);
                return;
            }
            break;
        case CC_ScrollBar:
            if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
                paintScrollBar(*painter, *bar);
                return;
            }
            break;
        default:
            break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ProgramStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl part, const QWidget* widget) const
{
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        control == CC_ScrollBar && bar != nullptr) {
        return scrollBarPart(*bar, part);
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return rect.adjusted(kTextIndent, 0, 0, 0);
    }
    return rect;
}

QRect ProgramStyle::subElementRect(SubElement element, const QStyleOption* option,
                                   const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        return frame != nullptr && frame->lineWidth > 0
                   ? rect.adjusted(kTextIndent, 0, -kTextIndent, 0)
                   : rect;
    }
    return rect;
}

QSize ProgramStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& size, const QWidget* widget) const
{
    const auto fieldHeight = [&] {
        return (option != nullptr ? option->fontMetrics.height() : 0) + 2 * kFieldPadding + 2;
    };
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_PushButton:
            return (result + QSize(2 * kTextIndent, 0)).expandedTo(QSize(0, fieldHeight()));
        case CT_ItemViewItem:
            return result + QSize(2 * kTextIndent, kTextIndent);
        case CT_LineEdit:
        case CT_ComboBox:
        case CT_SpinBox:
        case CT_HeaderSection:
            return result.expandedTo(QSize(0, fieldHeight()));
        case CT_TabBarTab:
            return {result.width(), fieldHeight()};
        case CT_ToolButton:
            if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
                result.setWidth(toolButtonWidth(*button, size.width()));
            }
            result.setHeight(std::max(size.height() + 2 * kFieldPadding - 4, fieldHeight()));
            return result;
        default:
            return result;
    }
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const
{
    switch (metric) {
        case PM_ScrollBarExtent:
            return kScrollBarExtent;
        case PM_HeaderMargin:
            return kCellPadding;
        case PM_HeaderMarkSize:
            return kSortArrowWidth;
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return 16;
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_TabBarTabOverlap:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarBaseOverlap:
        case PM_TabBarBaseHeight:
            return 0;
        case PM_TabBarTabHSpace:
            return 24;
        case PM_ToolBarItemSpacing:
        case PM_ToolBarItemMargin:
            return 6;
        case PM_ToolBarFrameWidth:
            return 1;
        case PM_ToolTipLabelFrameWidth:
            return 4;
        case PM_MenuVMargin:
            return 3;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const
{
    switch (hint) {
        case SH_DialogButtonBox_ButtonsHaveIcons:
            return 0;
        case SH_Header_ArrowAlignment:
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        case SH_ToolTipLabel_Opacity:
            return 255;
        default:
            return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

}  // namespace quaywatch
