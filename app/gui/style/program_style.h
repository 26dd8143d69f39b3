// SPDX-FileCopyrightText: The Quaywatch authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

class QStyleOptionTab;

namespace quaywatch {

/// The look of every control in the window and its dialogs: Qt's Fusion style with flat panels and
/// round corners, in the colors of the palette. What is on (a checked button, the current tab)
/// looks the same everywhere.
///
/// A tool button that is not auto-raised has a panel, like a push button. An input field with the
/// property "invalid" set to true has an outline in the color of warnings.
class ProgramStyle final : public QProxyStyle {
    Q_OBJECT

public:
    ProgramStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl part, const QWidget* widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                       const QWidget* widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& size, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* returned) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    /// @return Whether this draws the element.
    static bool drawIndicator(PrimitiveElement element, const QStyleOption& option,
                              QPainter& painter);
    static bool drawFrame(PrimitiveElement element, const QStyleOption& option, QPainter& painter,
                          const QWidget* widget);
    void drawTabLabel(const QStyleOptionTab& tab, QPainter& painter, const QWidget* widget) const;
};

}  // namespace quaywatch
