// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/widgets/theme.h"

#include "app/delegates/palette_colors.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace quaywatch {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rules only for the widgets that look too heavy in Fusion; all others use the palette.
constexpr QStringView kStyleSheet =
    uR"(
    QToolBar { background: @window; border: 0; border-bottom: 1px solid @line;
               padding: 6px 8px; spacing: 6px; }
    QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
    QToolBar QToolButton:hover { background: @button; border-color: @line; }
    QToolBar QToolButton:focus { border-color: @accent; }
    QToolBar QToolButton:checked { background: @selection; border-color: @selection; }
    QToolBar QToolButton::menu-indicator { image: none; }
    QToolButton[chip="true"] { background: @button; border: 1px solid @line;
                               border-radius: 6px; padding: 4px 9px; }
    QToolButton[chip="true"]:checked { background: @accent; color: @base;
                                       border-color: @accent; }
    QToolButton[chip="true"]:focus { border-color: @accent; }
    QToolButton[chip="true"][popupMode="2"] { padding-right: 20px; }
    QToolButton[chip="true"]::menu-indicator { subcontrol-origin: border;
        subcontrol-position: center right; right: 6px; }
    QTabBar#viewSwitch { qproperty-drawBase: 0; }
    QTabBar#viewSwitch QToolButton { background: @button; border-color: @line; padding: 0; }
    QTabBar#viewSwitch::tab { background: @button; border: 1px solid @line; padding: 5px 12px;
                              color: @dim; }
    QTabBar#viewSwitch::tab:first { border-top-left-radius: 6px;
                                    border-bottom-left-radius: 6px; border-right: 0; }
    QTabBar#viewSwitch::tab:middle { border-right: 0; }
    QTabBar#viewSwitch::tab:last { border-top-right-radius: 6px;
                                   border-bottom-right-radius: 6px; }
    QTabBar#viewSwitch::tab:selected { background: @selection; color: @text; }
    QTabBar#viewSwitch::tab:focus { border-color: @accent; }
    QLineEdit#filterEdit, QLineEdit#historySearch {
                           background: @base; border: 1px solid @line; border-radius: 6px;
                           padding: 4px 4px; selection-background-color: @accent;
                           selection-color: @base; }
    QLineEdit#filterEdit:focus, QLineEdit#historySearch:focus { border-color: @accent; }
    QLineEdit#filterEdit[invalid="true"] { border-color: @warning; }
    QLabel#filterError { background: @button; color: @warning; border: 1px solid @warning;
                         border-radius: 6px; padding: 5px 9px; }
    QHeaderView { background: @window; border: 0; }
    QHeaderView::section { background: @window; color: @dim; border: 0;
                           border-bottom: 1px solid @line; padding: 7px 8px;
                           font-weight: 600; }
    QHeaderView::section:hover { color: @text; }
    QHeaderView::up-arrow, QHeaderView::down-arrow { subcontrol-origin: padding;
        subcontrol-position: top center; top: 1px; width: 10px; height: 10px; }
    QTableView, QTreeView { border: 0; }
    QScrollBar { background: transparent; border: 0; margin: 0; }
    QScrollBar:vertical { width: 12px; }
    QScrollBar:horizontal { height: 12px; }
    QScrollBar::handle { background: @handle; border: 0; border-radius: 3px; margin: 3px; }
    QScrollBar::handle:hover { background: @dim; }
    QScrollBar::handle:vertical { min-height: 30px; }
    QScrollBar::handle:horizontal { min-width: 30px; }
    QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
    QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    QSplitter::handle { background: @line; }
    QStatusBar { border-top: 1px solid @line; }
    QStatusBar::item { border: 0; }
    QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
    QToolTip { background: @button; color: @text; border: 1px solid @line; padding: 4px; }
)";

/// Adds outlines to Fusion. Fusion draws edges in shades of the window color, which cannot be seen
/// on a dark window. It also marks the button with the focus like the default button, which Enter
/// presses.
class OutlinedStyle final : public QProxyStyle {
public:
    OutlinedStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        switch (element) {
            case PE_IndicatorCheckBox:
            case PE_IndicatorRadioButton:
                outlineIndicator(*option, *painter, element == PE_IndicatorRadioButton);
                break;
            case PE_PanelButtonCommand:
                if (option->state.testFlag(State_HasFocus)) {
                    ring(*option, *painter);
                }
                break;
            case PE_PanelMenu:
            case PE_FrameLineEdit:
                outlineField(*option, *painter);
                break;
            default:
                break;
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override
    {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        if (control == CC_SpinBox || control == CC_ComboBox) {
            outlineField(*option, *painter);
        }
    }

private:
    static void outlineIndicator(const QStyleOption& option, QPainter& painter, bool isRound)
    {
        const PaletteColors& colors = PaletteColors::of(option.palette);
        painter.save();
        painter.setPen(option.state.testFlag(State_Enabled) ? colors.dim : colors.line);
        painter.setBrush(Qt::NoBrush);
        if (isRound) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawEllipse(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5));
        } else {
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter.restore();
    }

    static void ring(const QStyleOption& option, QPainter& painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(PaletteColors::of(option.palette).accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 2, 2);
        painter.restore();
    }

    static void outlineField(const QStyleOption& option, QPainter& painter)
    {
        const PaletteColors& colors = PaletteColors::of(option.palette);
        if (!colors.isDark) {
            return;
        }
        const bool isLit = option.state.testFlag(State_HasFocus);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(isLit ? colors.accent : colors.handle());
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter.restore();
    }
};

/// The style sheet with the colors of a palette.
QString styleSheetOf(const QPalette& palette)
{
    const PaletteColors& colors = PaletteColors::of(palette);
    QString sheet = kStyleSheet.toString();
    sheet.replace("@handle"_L1, colors.handle().name());
    sheet.replace("@window"_L1, colors.window.name());
    sheet.replace("@base"_L1, colors.base.name());
    sheet.replace("@line"_L1, colors.line.name());
    sheet.replace("@button"_L1, palette.color(QPalette::Button).name());
    sheet.replace("@accent"_L1, colors.accent.name());
    sheet.replace("@selection"_L1, colors.selection.name());
    sheet.replace("@warning"_L1, colors.warning.name());
    sheet.replace("@dim"_L1, colors.dim.name());
    sheet.replace("@text"_L1, colors.text.name());
    return sheet;
}

/// Chooses a font if there is no desktop, since Qt then uses the first font that it finds.
void chooseFont()
{
    if (!qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP")) {
        return;
    }
    for (const QString& family : {u"Noto Sans"_s, u"DejaVu Sans"_s}) {
        if (QFontDatabase::hasFamily(family)) {
            QFont font(family);
            font.setPointSizeF(10);
            QApplication::setFont(font);
            return;
        }
    }
}

}  // namespace

QFont monospaceFont(const QFont& beside)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    for (const QString& family : {u"JetBrains Mono"_s, u"DejaVu Sans Mono"_s}) {
        if (QFontDatabase::hasFamily(family)) {
            font = QFont(family);
            break;
        }
    }
    font.setPointSizeF(beside.pointSizeF() * 0.92);
    return font;
}

void applyTheme(QApplication& application, Theme theme, bool isSystemDark)
{
    const bool isDarkWanted = theme == Theme::Dark || (theme == Theme::System && isSystemDark);
    QApplication::setStyle(new OutlinedStyle);
    chooseFont();
    const QPalette palette =
        (isDarkWanted ? PaletteColors::dark() : PaletteColors::light()).toPalette();
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheetOf(palette));
}

}  // namespace quaywatch
